package dev.kubechat.risk;

import dev.kubechat.kubectl.Namespace;
import java.util.Set;

/**
 * What is known about where a command would run.
 *
 * @param cluster its name, for sentences
 * @param production whether an admin marked the cluster as production
 * @param protectedNamespaces namespaces that are never deleted from a chat
 */
public record RiskContext(String cluster, boolean production, Set<Namespace> protectedNamespaces) {

    public RiskContext {
        protectedNamespaces = Set.copyOf(protectedNamespaces);
    }
}
