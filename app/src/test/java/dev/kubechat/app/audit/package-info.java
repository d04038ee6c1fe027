@NullMarked
package dev.kubechat.app.audit;

import org.jspecify.annotations.NullMarked;
