package dev.kubechat.sandbox.cluster.admission;

import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether the fields the stage set reads have the JSON type they must have. It does not know all fields of all kinds. */
final class Shape {
    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "object",
                            JsonNode::isObject,
                            List.of(
                                    "/metadata",
                                    "/metadata/labels",
                                    "/metadata/annotations",
                                    "/spec",
                                    "/status",
                                    "/data",
                                    "/stringData",
                                    "/roleRef",
                                    "/spec/selector",
                                    "/spec/template",
                                    "/spec/template/metadata",
                                    "/spec/template/metadata/labels",
                                    "/spec/template/metadata/annotations",
                                    "/spec/template/spec",
                                    "/spec/jobTemplate",
                                    "/spec/jobTemplate/spec",
                                    "/spec/strategy",
                                    "/spec/scaleTargetRef")),
                    new Rule(
                            "list",
                            JsonNode::isArray,
                            List.of(
                                    "/metadata/ownerReferences",
                                    "/metadata/finalizers",
                                    "/spec/containers",
                                    "/spec/template/spec/containers",
                                    "/spec/ports",
                                    "/spec/rules",
                                    "/rules",
                                    "/subjects",
                                    "/spec/metrics",
                                    "/spec/volumeClaimTemplates")),
                    new Rule(
                            "whole number",
                            JsonNode::isIntegralNumber,
                            List.of(
                                    "/spec/replicas",
                                    "/spec/minReplicas",
                                    "/spec/maxReplicas",
                                    "/spec/completions",
                                    "/spec/parallelism",
                                    "/spec/backoffLimit",
                                    "/count")),
                    new Rule(
                            "text",
                            JsonNode::isString,
                            List.of(
                                    "/metadata/name",
                                    "/metadata/namespace",
                                    "/metadata/generateName",
                                    "/metadata/uid",
                                    "/metadata/resourceVersion",
                                    "/spec/nodeName",
                                    "/type")),
                    new Rule(
                            "boolean",
                            JsonNode::isBoolean,
                            List.of("/spec/paused", "/spec/suspend", "/spec/unschedulable")));

    private record Rule(String expected, Predicate<JsonNode> holds, List<String> pointers) {}

    private Shape() {}

    /** @throws StatusError 400 for the first field that cannot be read */
    static void check(ResourceType type, ObjectNode object) {
        for (var rule : RULES) {
            for (var pointer : rule.pointers()) {
                var field = object.at(pointer);
                if (!field.isMissingNode() && !field.isNull() && !rule.holds().test(field)) {
                    throw unreadable(type, pointer, rule.expected());
                }
            }
        }
        for (var map :
                List.of(
                        "/metadata/labels",
                        "/metadata/annotations",
                        "/spec/template/metadata/labels",
                        "/spec/template/metadata/annotations")) {
            checkTexts(type, object, map);
        }
        if (Set.of("ConfigMap", "Secret").contains(type.kind())) {
            List.of("/data", "/stringData").forEach(map -> checkTexts(type, object, map));
        }
        for (var list :
                List.of(
                        "/spec/containers",
                        "/spec/template/spec/containers",
                        "/metadata/ownerReferences")) {
            if (object.at(list).values().stream().anyMatch(element -> !element.isObject())) {
                throw unreadable(type, list, "list of objects");
            }
        }
    }

    private static void checkTexts(ResourceType type, ObjectNode object, String map) {
        object.at(map).properties().stream()
                .filter(entry -> !entry.getValue().isString())
                .findFirst()
                .ifPresent(entry -> {
                    throw unreadable(type, map + "/" + entry.getKey(), "text");
                });
    }

    private static StatusError unreadable(ResourceType type, String pointer, String expected) {
        return StatusError.badRequest(
                "%s in version \"%s\" cannot be handled as a %s: the field %s must be of type %s"
                        .formatted(
                                type.kind(),
                                type.groupVersion().version(),
                                type.kind(),
                                pointer.substring(1).replace('/', '.'),
                                expected));
    }
}
