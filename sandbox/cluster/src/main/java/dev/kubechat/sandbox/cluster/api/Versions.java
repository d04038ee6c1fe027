package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The two kinds that are kept in one form and seen in two: events and horizontal pod autoscalers. */
final class Versions {
    private static final String CPU_TARGET = "targetCPUUtilizationPercentage";

    private Versions() {}

    static KubeObject toClient(KubeObject kept, ResourceType type) {
        return switch (type.groupVersion().toString()) {
            case "events.k8s.io/v1" -> kept.edited(Versions::toNewEvent);
            case "autoscaling/v1" -> kept.edited(Versions::toOldAutoscaler);
            default -> kept;
        };
    }

    static KubeObject toKept(KubeObject sent, ResourceType type) {
        return switch (type.groupVersion().toString()) {
            case "events.k8s.io/v1" -> sent.edited(Versions::toCoreEvent);
            case "autoscaling/v1" -> sent.edited(Versions::toNewAutoscaler);
            default -> sent;
        };
    }

    private static void toNewEvent(ObjectNode event) {
        event.put("apiVersion", "events.k8s.io/v1");
        rename(event, "message", "note");
        rename(event, "involvedObject", "regarding");
        rename(event, "source", "deprecatedSource");
        rename(event, "firstTimestamp", "deprecatedFirstTimestamp");
        rename(event, "lastTimestamp", "deprecatedLastTimestamp");
        rename(event, "count", "deprecatedCount");
        rename(event, "reportingComponent", "reportingController");
    }

    private static void toCoreEvent(ObjectNode event) {
        event.put("apiVersion", "v1");
        rename(event, "note", "message");
        rename(event, "regarding", "involvedObject");
        rename(event, "deprecatedSource", "source");
        rename(event, "deprecatedFirstTimestamp", "firstTimestamp");
        rename(event, "deprecatedLastTimestamp", "lastTimestamp");
        rename(event, "deprecatedCount", "count");
        rename(event, "reportingController", "reportingComponent");
    }

    private static void toOldAutoscaler(ObjectNode autoscaler) {
        autoscaler.put("apiVersion", "autoscaling/v1");
        cpu(autoscaler.path("spec").path("metrics"), "target")
                .ifPresent(percent -> autoscaler.withObject("/spec").put(CPU_TARGET, percent));
        cpu(autoscaler.path("status").path("currentMetrics"), "current")
                .ifPresent(percent ->
                        autoscaler
                                .withObject("/status")
                                .put("currentCPUUtilizationPercentage", percent));
        remove(autoscaler.path("spec"), "metrics");
        remove(autoscaler.path("status"), "currentMetrics");
        remove(autoscaler.path("status"), "conditions");
    }

    private static void toNewAutoscaler(ObjectNode autoscaler) {
        autoscaler.put("apiVersion", "autoscaling/v2");
        var percent = autoscaler.path("spec").path(CPU_TARGET);
        if (percent.isNumber()) {
            var resource =
                    autoscaler
                            .withObject("/spec")
                            .putArray("metrics")
                            .addObject()
                            .put("type", "Resource")
                            .putObject("resource");
            resource.put("name", "cpu")
                    .putObject("target")
                    .put("type", "Utilization")
                    .set("averageUtilization", percent);
            remove(autoscaler.path("spec"), CPU_TARGET);
        }
    }

    private static java.util.OptionalInt cpu(JsonNode metrics, String where) {
        return metrics.values().stream()
                .map(metric -> metric.path("resource"))
                .filter(resource -> resource.path("name").asString("").equals("cpu"))
                .mapToInt(resource -> resource.path(where).path("averageUtilization").asInt(0))
                .findFirst();
    }

    private static void remove(JsonNode parent, String field) {
        if (parent instanceof ObjectNode object) {
            object.remove(field);
        }
    }

    private static void rename(ObjectNode object, String from, String to) {
        var value = object.remove(from);
        if (value != null) {
            object.set(to, value);
        }
    }
}
