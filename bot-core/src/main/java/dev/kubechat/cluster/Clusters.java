package dev.kubechat.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clusters KubeChat was told of, in the order of the configuration. */
public final class Clusters {

    private final Map<ClusterId, Cluster> byId = new LinkedHashMap<>();

    /** @param clusters at least one; the first is the standard */
    public Clusters(List<Cluster> clusters) {
        if (clusters.isEmpty()) {
            throw new IllegalArgumentException("there must be a cluster");
        }
        clusters.forEach(cluster -> byId.put(cluster.id(), cluster));
    }

    public List<Cluster> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Cluster> find(ClusterId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Where people work who named no cluster. */
    public Cluster standard() {
        return byId.values().iterator().next();
    }
}
