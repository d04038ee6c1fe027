package dev.kubechat.cluster;

/** The cluster did not answer, or not in time. For a change: whether it happened is not known. */
public final class ClusterUnavailable extends RuntimeException {

    private final ClusterId cluster;

    public ClusterUnavailable(ClusterId cluster, String message, Throwable cause) {
        super(message, cause);
        this.cluster = cluster;
    }

    public ClusterId cluster() {
        return cluster;
    }
}
