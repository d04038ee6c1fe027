/**
 * The audit trail: events come in within the caller's transaction and can not be changed afterwards without being noticed.
 * Knows nothing of the rest of KubeChat; nothing comes in but its own event types.
 */
@NullMarked
package dev.kubechat.audit;

import org.jspecify.annotations.NullMarked;
