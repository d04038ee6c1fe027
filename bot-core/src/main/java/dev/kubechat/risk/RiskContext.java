package dev.kubechat.risk;

import dev.kubechat.kubectl.Namespace;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is known about where a command would run.
 *
 * @param cluster its name, for sentences
 * @param production whether an admin marked the cluster as production
 * @param protectedNamespaces namespaces that are never deleted from a chat
 * @param objects how many objects the command was found to touch; empty before anybody looked
 */
public record RiskContext(
        String cluster,
        boolean production,
        Set<Namespace> protectedNamespaces,
        OptionalInt objects) {

    public RiskContext {
        protectedNamespaces = Set.copyOf(protectedNamespaces);
    }

    /** Before anybody has looked how many objects there are. */
    public RiskContext(String cluster, boolean production, Set<Namespace> protectedNamespaces) {
        this(cluster, production, protectedNamespaces, OptionalInt.empty());
    }

    /** The same place, with the number of objects found. */
    public RiskContext touching(int count) {
        return new RiskContext(cluster, production, protectedNamespaces, OptionalInt.of(count));
    }
}
