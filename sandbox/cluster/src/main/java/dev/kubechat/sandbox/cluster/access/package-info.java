/** Who is calling, whether they may act as somebody else, and what RBAC lets them do. */
@NullMarked
package dev.kubechat.sandbox.cluster.access;

import org.jspecify.annotations.NullMarked;
