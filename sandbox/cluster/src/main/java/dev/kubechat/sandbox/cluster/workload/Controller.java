package dev.kubechat.sandbox.cluster.workload;

/** Brings one aspect of the cluster a step nearer to what is wanted; called again until nothing changes. */
@FunctionalInterface
interface Controller {
    void reconcile();
}
