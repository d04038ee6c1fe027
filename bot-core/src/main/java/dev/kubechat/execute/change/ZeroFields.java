package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Seen;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields that kubectl's own types print even where a manifest says nothing of them. */
final class ZeroFields {

    private static final Map<String, List<String>> COUNTS =
            Map.of(
                    "DaemonSet",
                    List.of(
                            "currentNumberScheduled",
                            "desiredNumberScheduled",
                            "numberMisscheduled",
                            "numberReady"),
                    "StatefulSet",
                    List.of("availableReplicas", "replicas"),
                    "ReplicaSet",
                    List.of("replicas"),
                    "ReplicationController",
                    List.of("replicas"));

    private ZeroFields() {}

    /** A copy with them, of an object that has pods of its own or is a service; of others, the same. */
    static ObjectNode in(Seen seen) {
        var object = (ObjectNode) seen.object().deepCopy();
        switch (seen.resource().kind()) {
            case "Deployment" -> workload(seen, object, "strategy");
            case "DaemonSet", "StatefulSet" -> workload(seen, object, "updateStrategy");
            case "Pod", "ReplicaSet", "ReplicationController", "Job", "CronJob" ->
                    workload(seen, object, "");
            case "Service" -> service(object);
            default -> {}
        }
        return object;
    }

    private static void workload(Seen seen, ObjectNode object, String strategy) {
        if (!strategy.isEmpty()) {
            object.withObject("spec").withObject(strategy);
        }
        var status = object.withObject("status");
        COUNTS.getOrDefault(seen.resource().kind(), List.of())
                .forEach(count -> putIfAbsent(status, count));
        JsonNode node = object;
        for (var field : PodTemplates.path(seen)) {
            if (List.of("template", "jobTemplate").contains(field)) {
                inside(node, field).withObject("metadata");
            }
            node = inside(node, field);
        }
        for (var containers : List.of("containers", "initContainers")) {
            node.path(containers).forEach(one -> inside(one, "resources"));
        }
        object.path("spec")
                .path("volumeClaimTemplates")
                .forEach(claim -> {
                    inside(claim, "status");
                    inside(inside(claim, "spec"), "resources");
                });
    }

    private static void service(ObjectNode object) {
        object.path("spec")
                .path("ports")
                .forEach(port -> putIfAbsent((ObjectNode) port, "targetPort"));
        object.withObject("status").withObject("loadBalancer");
    }

    private static ObjectNode inside(JsonNode node, String field) {
        return ((ObjectNode) node).withObject("/" + field);
    }

    private static void putIfAbsent(ObjectNode node, String field) {
        if (!node.has(field)) {
            node.put(field, 0);
        }
    }
}
