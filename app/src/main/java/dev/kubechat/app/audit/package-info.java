/** The verb {@code audit}: compares KubeChat's rows with what others wrote down. Plain Java over JDBC. */
@NullMarked
package dev.kubechat.app.audit;

import org.jspecify.annotations.NullMarked;
