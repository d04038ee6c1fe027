package dev.kubechat.kubectl;

import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        return !READS.contains(line.verb()) && !listsOnly && !isDryRun(line);
    }

    /** Whether nothing is meant to happen. Only for flags that the command itself takes: words after {@code --} do not count. */
    static boolean isDryRun(CommandLine line) {
        String typed = line.flag("dry-run");
        return typed != null && !isForReal(typed);
    }

    private static boolean isForReal(@Nullable String dryRun) {
        return switch (dryRun) {
            case "client", "server", "unchanged", "1", "t", "T", "TRUE", "true", "True" -> false;
            case "none", "0", "f", "F", "FALSE", "false", "False" -> true;
            case null, default ->
                    throw new Unreadable(
                            "--dry-run is client, server or none, and not %s."
                                    .formatted(Shown.quoted(String.valueOf(dryRun))));
        };
    }

    static Scope fill(Scope scope, Selection selection, Namespace namespace) {
        return selection.types().stream().anyMatch(ResourceType::namespaced)
                ? scope.orIn(namespace)
                : scope;
    }
}
