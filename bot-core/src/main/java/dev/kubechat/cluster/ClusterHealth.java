package dev.kubechat.cluster;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whether clusters answer. Looks with KubeChat's own rights, at most once in a few seconds a cluster. */
public final class ClusterHealth {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final ClusterDoor door;
    private final InstantSource clock;
    private final Map<ClusterId, ClusterState> seen = new ConcurrentHashMap<>();

    public ClusterHealth(ClusterDoor door, InstantSource clock) {
        this.door = door;
        this.clock = clock;
    }

    public ClusterState of(ClusterId cluster) {
        var now = clock.instant();
        var last = seen.get(cluster);
        if (last != null && now.isBefore(last.since().plus(FRESH))) {
            return last;
        }
        var state = look(cluster, now);
        seen.put(cluster, state);
        return state;
    }

    private ClusterState look(ClusterId cluster, Instant now) {
        try {
            var client = door.itself(cluster);
            client.raw("/readyz");
            return new ClusterState.Ready(client.getKubernetesVersion().getGitVersion(), now);
        } catch (KubernetesClientException unwell) {
            return new ClusterState.Away(sentence(cluster, unwell), now);
        }
    }

    private static String sentence(ClusterId cluster, KubernetesClientException unwell) {
        return switch (unwell.getCode()) {
            case 0, -1 -> "Cluster %s does not answer.".formatted(cluster);
            case 401 -> "Cluster %s does not accept KubeChat's credential.".formatted(cluster);
            case 403 -> "Cluster %s does not let KubeChat ask for its health.".formatted(cluster);
            default -> "Cluster %s is not ready (%d).".formatted(cluster, unwell.getCode());
        };
    }
}
