package dev.kubechat.execute.describe;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code kubectl describe horizontalpodautoscaler}. */
final class ScalerDescription {

    private static final String UNKNOWN = "<unknown>";

    private ScalerDescription() {}

    static void describe(Subject scaler, Page page) {
        WorkloadDescriptions.names(scaler, page);
        WorkloadDescriptions.labels(scaler, page);
        page.field("CreationTimestamp", page.time(scaler.at("metadata.creationTimestamp")));
        page.field(
                "Reference",
                scaler.text("spec.scaleTargetRef.kind")
                        + "/"
                        + scaler.text("spec.scaleTargetRef.name"));
        var isFirstVersion = scaler.text("apiVersion").endsWith("/v1");
        if (isFirstVersion) {
            utilization(scaler, page);
        } else {
            metrics(scaler, page);
        }
        page.field("Min replicas", Values.text(scaler.object(), "spec.minReplicas", Values.UNSET));
        page.field("Max replicas", Values.number(scaler.object(), "spec.maxReplicas"));
        if (!isFirstVersion && scaler.has("spec.behavior")) {
            page.write(0, "Behavior:\n");
            behavior(page, "Scale Up", scaler.at("spec.behavior.scaleUp"));
            behavior(page, "Scale Down", scaler.at("spec.behavior.scaleDown"));
        }
        page.field(
                scaler.text("spec.scaleTargetRef.kind") + " pods",
                "%d current / %d desired"
                        .formatted(
                                Values.number(scaler.object(), "status.currentReplicas"),
                                Values.number(scaler.object(), "status.desiredReplicas")));
        if (!isFirstVersion) {
            conditions(scaler.at("status.conditions"), page);
        }
        Happenings.print(scaler, page);
    }

    private static void utilization(Subject scaler, Page page) {
        if (scaler.has("spec.targetCPUUtilizationPercentage")) {
            page.field(
                    "Target CPU utilization",
                    scaler.text("spec.targetCPUUtilizationPercentage") + "%");
            page.field(
                    "Current CPU utilization",
                    Values.text(scaler.object(), "status.currentCPUUtilizationPercentage", UNKNOWN)
                            + "%");
        }
    }

    private static void metrics(Subject scaler, Page page) {
        page.field("Metrics", "( current / target )");
        var current = scaler.at("status.currentMetrics");
        var metrics = Values.items(scaler.at("spec.metrics"));
        for (var i = 0; i < metrics.size(); i++) {
            metric(page, metrics.get(i), current.path(i));
        }
    }

    private static void metric(Page page, JsonNode metric, JsonNode current) {
        switch (Values.text(metric, "type")) {
            case "External" -> external(page, metric.path("external"), current.path("external"));
            case "Pods" ->
                    page.field(
                            1,
                            Values.quoted(Values.text(metric, "pods.metric.name")) + " on pods",
                            amount(current.path("pods"), "averageValue")
                                    + " / "
                                    + Values.text(metric, "pods.target.averageValue"));
            case "Object" -> object(page, metric.path("object"), current.path("object"));
            case "Resource" -> {
                var resource = metric.path("resource");
                var words = "resource %s on pods".formatted(Values.text(resource, "name"));
                resource(page, words, resource, current.path("resource"));
            }
            case "ContainerResource" -> {
                var resource = metric.path("containerResource");
                var words =
                        "resource %s of container \"%s\" on pods"
                                .formatted(
                                        Values.text(resource, "name"),
                                        Values.text(resource, "container"));
                resource(page, words, resource, current.path("containerResource"));
            }
            default ->
                    page.write(
                            1,
                            "<unknown metric type %s>\n"
                                    .formatted(Values.quoted(Values.text(metric, "type"))));
        }
    }

    // what is measured has that amount, unless it was not measured yet
    private static String amount(JsonNode measured, String field) {
        return Values.isThere(measured) ? Values.text(measured, "current." + field, "0") : UNKNOWN;
    }

    private static void external(Page page, JsonNode metric, JsonNode current) {
        var name = Values.quoted(Values.text(metric, "metric.name"));
        if (Values.has(metric, "target.averageValue")) {
            page.field(
                    1,
                    name + " (target average value)",
                    Values.text(current, "current.averageValue", UNKNOWN)
                            + " / "
                            + Values.text(metric, "target.averageValue"));
        } else {
            page.field(
                    1,
                    name + " (target value)",
                    amount(current, "value") + " / " + Values.text(metric, "target.value"));
        }
    }

    private static void object(Page page, JsonNode metric, JsonNode current) {
        var isAverage = Values.text(metric, "target.type").equals("AverageValue");
        var field = isAverage ? "averageValue" : "value";
        page.field(
                1,
                "\"%s\" on %s/%s (target %s)"
                        .formatted(
                                Values.text(metric, "metric.name"),
                                Values.text(metric, "describedObject.kind"),
                                Values.text(metric, "describedObject.name"),
                                isAverage ? "average value" : "value"),
                amount(current, field) + " / " + Values.text(metric, "target." + field));
    }

    private static void resource(Page page, String words, JsonNode metric, JsonNode current) {
        if (Values.has(metric, "target.averageValue")) {
            page.field(
                    1,
                    words,
                    amount(current, "averageValue")
                            + " / "
                            + Values.text(metric, "target.averageValue"));
            return;
        }
        var measured =
                Values.has(current, "current.averageUtilization")
                        ? "%s%% (%s)"
                                .formatted(
                                        Values.text(current, "current.averageUtilization"),
                                        Values.text(current, "current.averageValue", "0"))
                        : UNKNOWN;
        var target =
                Values.has(metric, "target.averageUtilization")
                        ? Values.text(metric, "target.averageUtilization") + "%"
                        : "<auto>";
        page.field(1, words + "  (as a percentage of request)", measured + " / " + target);
    }

    private static void behavior(Page page, String direction, JsonNode rules) {
        if (!Values.isThere(rules)) {
            return;
        }
        page.write(1, direction + ":\n");
        if (Values.has(rules, "stabilizationWindowSeconds")) {
            page.write(
                    2,
                    "Stabilization Window: %s seconds\n"
                            .formatted(Values.text(rules, "stabilizationWindowSeconds")));
        }
        List<JsonNode> policies = Values.items(rules.path("policies"));
        if (!policies.isEmpty()) {
            page.write(2, "Select Policy: " + Values.text(rules, "selectPolicy", "Max") + "\n");
            page.write(2, "Policies:\n");
            policies.forEach(policy ->
                    page.write(
                            3,
                            "- Type: %s\tValue: %d\tPeriod: %d seconds\n"
                                    .formatted(
                                            Values.text(policy, "type"),
                                            Values.number(policy, "value"),
                                            Values.number(policy, "periodSeconds"))));
        }
    }

    private static void conditions(JsonNode conditions, Page page) {
        var all = Values.items(conditions);
        if (!all.isEmpty()) {
            page.write(0, "Conditions:\n");
            page.write(1, "Type\tStatus\tReason\tMessage\n");
            page.write(1, "----\t------\t------\t-------\n");
            all.forEach(condition ->
                    page.write(
                            1,
                            String.join(
                                            "\t",
                                            Values.text(condition, "type"),
                                            Values.text(condition, "status"),
                                            Values.text(condition, "reason"),
                                            Values.text(condition, "message"))
                                    + "\n"));
        }
    }
}
