/** Commands that only look, one class a verb family: each prints what kubectl prints. */
@NullMarked
package dev.kubechat.execute.read;

import org.jspecify.annotations.NullMarked;
