package dev.kubechat.cluster;

import dev.kubechat.kubectl.Namespace;
import java.util.Set;

/**
 * A registered cluster, as far as people and rules need to know it.
 *
 * @param production whether changes here are judged one level higher
 * @param protectedNamespaces never deleted from a chat
 */
public record Cluster(
        ClusterId id,
        boolean production,
        Namespace defaultNamespace,
        Set<Namespace> protectedNamespaces) {

    public Cluster {
        protectedNamespaces = Set.copyOf(protectedNamespaces);
    }
}
