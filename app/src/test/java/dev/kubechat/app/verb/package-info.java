@NullMarked
package dev.kubechat.app.verb;

import org.jspecify.annotations.NullMarked;
