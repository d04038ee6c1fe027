package dev.kubechat.execute.api;

import dev.kubechat.execute.api.Sight.No;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The pods of things. */
public final class Pods {

    private final Sight sight;

    public Pods(Sight sight) {
        this.sight = sight;
    }

    /** The pods that the object selects, the one whose log is most worth reading first. */
    public List<JsonNode> of(JsonNode owner, ApiResource resource) {
        var selector = selector(owner);
        if (selector.isEmpty()) {
            throw new No(
                    "%s has no pods of its own. Name a pod."
                            .formatted(resource.called(name(owner))));
        }
        return selected(owner.path("metadata").path("namespace").asString(), selector);
    }

    public List<JsonNode> selected(String namespace, String selector) {
        var found = new ArrayList<JsonNode>();
        sight.list(ApiPath.core("pods", namespace).with("labelSelector", selector))
                .path("items")
                .forEach(found::add);
        found.sort(byWorth());
        return found;
    }

    // kubectl's own order: assigned to a node, running, ready, ready for long, often restarted, old
    private static Comparator<JsonNode> byWorth() {
        return Comparator.<JsonNode, Boolean>comparing(
                        pod -> pod.path("spec").path("nodeName").asString("").isEmpty())
                .thenComparingInt(Pods::phaseWorth)
                .thenComparing(pod -> !isReady(pod))
                .thenComparing(pod -> orLast(readySince(pod)))
                .thenComparing(Pods::mostRestarts, Comparator.reverseOrder())
                .thenComparing(
                        pod -> orLast(pod.path("metadata").path("creationTimestamp").asString("")));
    }

    private static int phaseWorth(JsonNode pod) {
        return switch (phase(pod)) {
            case "Unknown" -> 1;
            case "Pending" -> 2;
            default -> 0;
        };
    }

    private static String readySince(JsonNode pod) {
        return pod.path("status")
                .path("conditions")
                .valueStream()
                .filter(condition ->
                        condition.path("type").asString("").equals("Ready")
                                && condition.path("status").asString("").equals("True"))
                .map(condition -> condition.path("lastTransitionTime").asString(""))
                .findFirst()
                .orElse("");
    }

    private static String orLast(String time) {
        return time.isEmpty() ? "~" : time;
    }

    private static int mostRestarts(JsonNode pod) {
        return pod.path("status")
                .path("containerStatuses")
                .valueStream()
                .mapToInt(status -> status.path("restartCount").asInt(0))
                .max()
                .orElse(0);
    }

    /** As a label selector; empty when the object has none. */
    public static String selector(JsonNode owner) {
        var selector = owner.path("spec").path("selector");
        var labels =
                selector.has("matchLabels") || selector.has("matchExpressions")
                        ? selector.path("matchLabels")
                        : selector;
        var parts = new ArrayList<String>();
        labels.properties()
                .forEach(label -> parts.add(label.getKey() + "=" + label.getValue().asString("")));
        selector.path("matchExpressions").forEach(expression -> parts.add(requirement(expression)));
        return String.join(",", parts);
    }

    private static String requirement(JsonNode expression) {
        var key = expression.path("key").asString();
        var values =
                expression
                        .path("values")
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(","));
        return switch (expression.path("operator").asString()) {
            case "In" -> "%s in (%s)".formatted(key, values);
            case "NotIn" -> "%s notin (%s)".formatted(key, values);
            case "Exists" -> key;
            case "DoesNotExist" -> "!" + key;
            case String other ->
                    throw new No("Selectors with \"%s\" are not understood.".formatted(other));
        };
    }

    public static String name(JsonNode object) {
        return object.path("metadata").path("name").asString();
    }

    public static String phase(JsonNode pod) {
        return pod.path("status").path("phase").asString("Unknown");
    }

    public static boolean isGoing(JsonNode pod) {
        return pod.path("metadata").has("deletionTimestamp");
    }

    public static boolean isReady(JsonNode pod) {
        return pod.path("status")
                .path("conditions")
                .valueStream()
                .anyMatch(condition ->
                        condition.path("type").asString("").equals("Ready")
                                && condition.path("status").asString("").equals("True"));
    }

    public static boolean isOver(JsonNode pod) {
        return phase(pod).equals("Succeeded") || phase(pod).equals("Failed");
    }

    static int restarts(JsonNode pod) {
        return pod.path("status")
                .path("containerStatuses")
                .valueStream()
                .mapToInt(status -> status.path("restartCount").asInt(0))
                .sum();
    }

    /** Names of the containers, the ordinary ones first. */
    public static List<String> containers(JsonNode pod) {
        var names = new ArrayList<String>();
        for (var kind : List.of("containers", "initContainers", "ephemeralContainers")) {
            pod.path("spec")
                    .path(kind)
                    .forEach(container -> names.add(container.path("name").asString()));
        }
        return names;
    }
}
