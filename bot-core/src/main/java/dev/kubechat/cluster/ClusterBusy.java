package dev.kubechat.cluster;

import java.time.Duration;

/** Too many calls are under way, or the last ones were not answered. This one was not sent; the message is a sentence for people. */
public final class ClusterBusy extends RuntimeException {

    ClusterBusy(ClusterId cluster, int calls) {
        super(
                "Cluster %s is busy: it is given %d at once, and all of them are under way. Try again in a moment."
                        .formatted(cluster, calls));
    }

    ClusterBusy(ClusterId cluster, int unanswered, Duration pause) {
        super(
                "Cluster %s did not answer the last %d calls and is left alone for up to %d s. Try again then."
                        .formatted(cluster, unanswered, pause.toSeconds()));
    }
}
