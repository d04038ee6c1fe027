package dev.kubechat.kubectl;

import java.util.List;
import java.util.Set;

/** Which of kubectl's commands read and which change. What is in no list changes. */
final class Verbs {

    private static final Set<String> READS =
            Set.of(
                    "api-resources",
                    "api-versions",
                    "apply view-last-applied",
                    "auth can-i",
                    "auth whoami",
                    "cluster-info",
                    "cluster-info dump",
                    "config current-context",
                    "config get-clusters",
                    "config get-contexts",
                    "config get-users",
                    "config view",
                    "describe",
                    "diff",
                    "events",
                    "explain",
                    "get",
                    "help",
                    "kustomize",
                    "logs",
                    "options",
                    "rollout history",
                    "rollout status",
                    "top node",
                    "top pod",
                    "version",
                    "wait");

    private Verbs() {}

    static boolean changes(CommandLine line) {
        boolean listsOnly = line.verb().equals("set env") && line.has("list");
        return !READS.contains(line.verb()) && !listsOnly && DryRun.of(line) == DryRun.NONE;
    }

    static Scope fill(Scope scope, Selection selection, Namespace namespace) {
        return livesInNamespace(selection) ? scope.orIn(namespace) : scope;
    }

    private static boolean anyNamespaced(List<ResourceType> types) {
        for (ResourceType type : types) {
            if (type.namespaced()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a namespace says more about these objects. What files hold may need one. */
    static boolean livesInNamespace(Selection selection) {
        return selection instanceof Selection.InFiles || anyNamespaced(selection.types());
    }
}
