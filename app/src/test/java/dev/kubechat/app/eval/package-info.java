@NullMarked
package dev.kubechat.app.eval;

import org.jspecify.annotations.NullMarked;
