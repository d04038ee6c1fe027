package dev.kubechat.cluster;

import java.time.Instant;

/** How a cluster was found to be. */
public sealed interface ClusterState {

    Instant since();

    /** @param version the API server's, such as {@code v1.36.3} */
    record Ready(String version, Instant since) implements ClusterState {}

    /** @param sentence why not, for people */
    record Away(String sentence, Instant since) implements ClusterState {}
}
