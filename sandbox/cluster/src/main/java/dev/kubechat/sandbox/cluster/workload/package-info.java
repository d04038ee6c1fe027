/** What keeps the cluster's promises: small controllers, a scheduler and a kubelet without containers, one pass after another. */
@NullMarked
package dev.kubechat.sandbox.cluster.workload;

import org.jspecify.annotations.NullMarked;
