package dev.kubechat.execute.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which cluster roles would grant a right that a person lacks, as far as that person may see them. */
public final class GrantingRoles {

    private static final ApiPath ROLES =
            new ApiPath("/apis/rbac.authorization.k8s.io/v1/clusterroles").with("limit", "500");
    // what a cluster comes with for people, the narrowest first
    private static final List<String> FOR_PEOPLE =
            List.of("view", "edit", "admin", "cluster-admin");
    private static final Set<String> LOOKS = Set.of("get", "list", "watch");
    private static final int SHOWN = 4;

    private GrantingRoles() {}

    /**
     * {@code Cluster roles that grant it: view, edit.} With nobody's right to look at roles, what Kubernetes' own roles usually
     * grant; empty if none does.
     *
     * @param resource plural, with subresource if there is one, like {@code pods/log}
     */
    public static String sentence(Api api, String verb, String resource, String group) {
        var roles = api.get(ROLES);
        if (!roles.ok()) {
            return usual(verb, resource, group);
        }
        var granting = new ArrayList<String>();
        for (var role : roles.json().path("items")) {
            var name = role.path("metadata").path("name").asString("");
            if (!name.startsWith("system:") && grants(role, verb, resource, group)) {
                granting.add(name);
            }
        }
        granting.sort(
                Comparator.comparingInt(GrantingRoles::rank)
                        .thenComparing(Comparator.naturalOrder()));
        return granting.isEmpty()
                ? ""
                : "Cluster roles that grant it: %s%s."
                        .formatted(
                                String.join(", ", granting.stream().limit(SHOWN).toList()),
                                granting.size() > SHOWN ? " and others" : "");
    }

    private static int rank(String name) {
        var rank = FOR_PEOPLE.indexOf(name);
        return rank < 0 ? 1 : rank;
    }

    private static boolean grants(JsonNode role, String verb, String resource, String group) {
        for (var rule : role.path("rules")) {
            if (rule.path("resourceNames").isEmpty()
                    && holds(rule.path("verbs"), verb)
                    && holds(rule.path("apiGroups"), group)
                    && holds(rule.path("resources"), resource)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(JsonNode names, String sought) {
        for (var name : names) {
            if (name.asString("").equals("*") || name.asString("").equals(sought)) {
                return true;
            }
        }
        return false;
    }

    private static String usual(String verb, String resource, String group) {
        if (resource.startsWith("secrets")) {
            return "Usually the cluster roles edit and admin grant it.";
        }
        if (group.equals("rbac.authorization.k8s.io") || NOT_IN_NAMESPACES.contains(resource)) {
            return "";
        }
        return LOOKS.contains(verb)
                ? "Usually the cluster role view grants it."
                : "Usually the cluster role edit grants it.";
    }

    private static final Set<String> NOT_IN_NAMESPACES =
            Set.of(
                    "nodes",
                    "namespaces",
                    "persistentvolumes",
                    "storageclasses",
                    "customresourcedefinitions",
                    "priorityclasses");
}
