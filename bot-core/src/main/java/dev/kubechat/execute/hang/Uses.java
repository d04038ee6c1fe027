package dev.kubechat.execute.hang;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Pods that use a ConfigMap, a Secret or a ServiceAccount. */
final class Uses {

    private final Surroundings around;

    Uses(Surroundings around) {
        this.around = around;
    }

    List<String> of(Touch touch) {
        if (Deletions.isAlready(touch)
                || !touch.resource().group().isEmpty()
                || !List.of("ConfigMap", "Secret", "ServiceAccount").contains(touch.kind())) {
            return List.of();
        }
        var changes =
                touch.doing() == Touch.Doing.CHANGE
                        && !touch.kind().equals("ServiceAccount")
                        && (touch.sets("data") || touch.sets("binaryData"));
        if (!touch.isDeletion() && !changes) {
            return List.of();
        }
        var found = new Pods(around).runningIn(touch.namespace());
        var users = found.items().stream().filter(pod -> uses(pod, touch)).toList();
        return List.of(
                touch.isDeletion()
                        ? deleted(touch, users, found.whole())
                        : changed(touch, users, found.whole()));
    }

    private static String deleted(Touch touch, List<JsonNode> users, boolean whole) {
        var name = touch.name();
        if (users.isEmpty() && whole) {
            return "No pod that runs now uses %s.".formatted(touch.called());
        }
        var who = users.isEmpty() ? "that use " + name : "of " + Pods.workloads(users);
        if (touch.kind().equals("ServiceAccount")) {
            return users.isEmpty()
                    ? "Pods that run as %s lose its rights, and no new ones are made."
                            .formatted(name)
                    : "Pods %s run as %s: they lose its rights, and no new ones are made."
                            .formatted(who, name);
        }
        return users.isEmpty()
                ? "Pods %s go on for now, and fail when they start anew.".formatted(who)
                : "Pods %s use %s: they go on for now, and fail when they start anew."
                        .formatted(who, name);
    }

    private static String changed(Touch touch, List<JsonNode> users, boolean whole) {
        if (users.isEmpty()) {
            return whole
                    ? "No pod that runs now uses %s.".formatted(touch.called())
                    : "Pods that read %s into variables see this when they start anew."
                            .formatted(touch.called());
        }
        return "Pods of %s use %s; those that read it into variables see this when they start anew."
                .formatted(Pods.workloads(users), touch.name());
    }

    private static boolean uses(JsonNode pod, Touch touch) {
        var spec = pod.path("spec");
        return switch (touch.kind()) {
            case "ServiceAccount" ->
                    spec.path("serviceAccountName").asString("").equals(touch.name());
            case "ConfigMap" -> refers(spec, "configMap", "name", touch.name());
            default ->
                    refers(spec, "secret", "secretName", touch.name())
                            || named(spec.path("imagePullSecrets"), touch.name());
        };
    }

    private static boolean named(JsonNode references, String name) {
        return references.valueStream().anyMatch(one -> one.path("name").asString("").equals(name));
    }

    private static boolean refers(JsonNode spec, String field, String nameOf, String name) {
        for (var volume : spec.path("volumes")) {
            var sources = volume.path("projected").path("sources");
            if (volume.path(field).path(nameOf).asString("").equals(name)
                    || sources.valueStream()
                            .anyMatch(one ->
                                    one.path(field).path("name").asString("").equals(name))) {
                return true;
            }
        }
        return List.of("containers", "initContainers").stream()
                .flatMap(kind -> spec.path(kind).valueStream())
                .anyMatch(container -> reads(container, field, name));
    }

    private static boolean reads(JsonNode container, String field, String name) {
        return container
                        .path("envFrom")
                        .valueStream()
                        .anyMatch(from ->
                                from.path(field + "Ref").path("name").asString("").equals(name))
                || container
                        .path("env")
                        .valueStream()
                        .anyMatch(variable ->
                                variable.path("valueFrom")
                                        .path(field + "KeyRef")
                                        .path("name")
                                        .asString("")
                                        .equals(name));
    }
}
