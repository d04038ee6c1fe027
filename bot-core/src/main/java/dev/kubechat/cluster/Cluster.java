package dev.kubechat.cluster;

import dev.kubechat.kubectl.Namespace;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A registered cluster, as far as people and rules need to know it.
 *
 * @param production whether changes here are judged one level higher
 * @param protectedNamespaces never deleted from a chat
 * @param console where its objects have pages; null where they have none
 */
public record Cluster(
        ClusterId id,
        boolean production,
        Namespace defaultNamespace,
        Set<Namespace> protectedNamespaces,
        @Nullable Console console) {

    public Cluster {
        protectedNamespaces = Set.copyOf(protectedNamespaces);
    }
}
