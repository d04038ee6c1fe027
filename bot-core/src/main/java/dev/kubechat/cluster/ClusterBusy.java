package dev.kubechat.cluster;

/** Too many calls are under way already. This one was not sent; the message is a sentence for people. */
public final class ClusterBusy extends RuntimeException {

    ClusterBusy(ClusterId cluster, int calls) {
        super(
                "Cluster %s is busy: it is given %d at once, and all of them are under way. Try again in a moment."
                        .formatted(cluster, calls));
    }
}
