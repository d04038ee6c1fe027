package dev.kubechat.identity;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who a person is to a cluster: the user and groups that are impersonated for them. Kubernetes' own names, those that begin
 * with {@code system:}, cannot be held (P4).
 */
public record KubernetesIdentity(String user, SortedSet<String> groups) {

    public KubernetesIdentity {
        refuseReserved(user);
        groups.forEach(KubernetesIdentity::refuseReserved);
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }

    private static void refuseReserved(String name) {
        if (name.isBlank()) {
            throw new ReservedName("A Kubernetes user or group needs a name.");
        }
        if (name.strip().toLowerCase(java.util.Locale.ROOT).startsWith("system:")) {
            throw new ReservedName(
                    "\"%s\" belongs to Kubernetes itself and is never impersonated."
                            .formatted(name));
        }
    }
}
