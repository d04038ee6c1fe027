package dev.kubechat.sandbox.cluster.table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What runs pods, and what watches over it. Source: the functions of the same names in Kubernetes' printers. */
final class WorkloadRows {
    private static final String TEMPLATE = "/spec/template/spec/containers";

    private WorkloadRows() {}

    static List<Object> deployment(Cells row) {
        return Cells.row(
                row.name(),
                row.number("/status/readyReplicas") + "/" + row.number("/spec/replicas"),
                row.number("/status/updatedReplicas"),
                row.number("/status/availableReplicas"),
                row.age(),
                row.containers(TEMPLATE),
                row.images(TEMPLATE),
                row.selector("/spec/selector"));
    }

    static List<Object> replicaSet(Cells row) {
        return Cells.row(
                row.name(),
                row.number("/spec/replicas"),
                row.number("/status/replicas"),
                row.number("/status/readyReplicas"),
                row.age(),
                row.containers(TEMPLATE),
                row.images(TEMPLATE),
                row.selector("/spec/selector"));
    }

    static List<Object> statefulSet(Cells row) {
        return Cells.row(
                row.name(),
                row.number("/status/readyReplicas") + "/" + row.number("/spec/replicas"),
                row.age(),
                row.containers(TEMPLATE),
                row.images(TEMPLATE));
    }

    static List<Object> daemonSet(Cells row) {
        return Cells.row(
                row.name(),
                row.number("/status/desiredNumberScheduled"),
                row.number("/status/currentNumberScheduled"),
                row.number("/status/numberReady"),
                row.number("/status/updatedNumberScheduled"),
                row.number("/status/numberAvailable"),
                row.pairs("/spec/template/spec/nodeSelector"),
                row.age(),
                row.containers(TEMPLATE),
                row.images(TEMPLATE),
                row.selector("/spec/selector"));
    }

    static List<Object> job(Cells row) {
        int done = row.number("/status/succeeded");
        int parallel = row.number("/spec/parallelism");
        var wanted =
                row.object().at("/spec/completions").isNumber()
                        ? "/" + row.number("/spec/completions")
                        : parallel > 1 ? "/1 of " + parallel : "/1";
        return Cells.row(
                row.name(),
                jobStatus(row),
                done + wanted,
                jobDuration(row),
                row.age(),
                row.containers(TEMPLATE),
                row.images(TEMPLATE),
                row.selector("/spec/selector"));
    }

    private static String jobStatus(Cells row) {
        if (row.isTrue("Complete")) {
            return "Complete";
        }
        if (row.isTrue("Failed")) {
            return "Failed";
        }
        if (row.object().isBeingDeleted()) {
            return "Terminating";
        }
        return row.isTrue("Suspended") ? "Suspended" : "Running";
    }

    private static String jobDuration(Cells row) {
        var end = row.object().time("/status/completionTime").orElse(row.now());
        return row.object()
                .time("/status/startTime")
                .map(start -> Ages.human(Duration.between(start, end)))
                .orElse("");
    }

    static List<Object> cronJob(Cells row) {
        var pods = "/spec/jobTemplate/spec/template/spec/containers";
        var last = row.object().time("/status/lastScheduleTime");
        return Cells.row(
                row.name(),
                row.text("/spec/schedule"),
                row.text("/spec/timeZone", Cells.NONE),
                titled(row.object().at("/spec/suspend")),
                row.object().items("/status/active").size(),
                last.isEmpty() ? Cells.NONE : Ages.since(last, row.now()),
                row.age(),
                row.containers(pods),
                row.images(pods),
                row.selector("/spec/jobTemplate/spec/selector"));
    }

    private static String titled(JsonNode flag) {
        return flag.isBoolean() ? flag.asBoolean() ? "True" : "False" : "<unset>";
    }

    static List<Object> controllerRevision(Cells row) {
        var owner =
                row.object()
                        .controller()
                        .map(o ->
                                "%s.%s/%s"
                                        .formatted(
                                                o.kind().toLowerCase(java.util.Locale.ROOT),
                                                group(o.apiVersion()),
                                                o.name()))
                        .orElse(Cells.NONE);
        return Cells.row(row.name(), owner, row.number("/revision"), row.age());
    }

    private static String group(String apiVersion) {
        return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
    }

    static List<Object> autoscaler(Cells row) {
        return Cells.row(
                row.name(),
                row.text("/spec/scaleTargetRef/kind") + "/" + row.text("/spec/scaleTargetRef/name"),
                metrics(row),
                row.text("/spec/minReplicas", "<unset>"),
                row.number("/spec/maxReplicas"),
                row.number("/status/currentReplicas"),
                row.age());
    }

    private static String metrics(Cells row) {
        var shown = new ArrayList<String>();
        var current = row.object().items("/status/currentMetrics");
        for (var metric : row.object().items("/spec/metrics")) {
            int index = shown.size();
            shown.add(
                    metric(
                            metric,
                            index < current.size()
                                    ? current.get(index).at("/resource/current")
                                    : metric.path("none")));
        }
        if (shown.isEmpty()) {
            return Cells.NONE;
        }
        return shown.size() <= 2
                ? String.join(", ", shown)
                : "%s + %d more..."
                        .formatted(String.join(", ", shown.subList(0, 2)), shown.size() - 2);
    }

    private static String metric(JsonNode metric, JsonNode current) {
        var resource = metric.path("resource");
        if (resource.isMissingNode()) {
            return "<unknown>/<unknown>";
        }
        var target = resource.at("/target/averageValue").asString("");
        if (!target.isEmpty()) {
            return "%s: %s/%s"
                    .formatted(
                            resource.path("name").asString(""),
                            current.path("averageValue").asString("<unknown>"),
                            target);
        }
        var used = current.path("averageUtilization");
        return "%s: %s/%d%%"
                .formatted(
                        resource.path("name").asString(""),
                        used.isNumber() ? used.asInt() + "%" : "<unknown>",
                        resource.at("/target/averageUtilization").asInt(0));
    }

    static List<Object> disruptionBudget(Cells row) {
        return Cells.row(
                row.name(),
                row.text("/spec/minAvailable", "N/A"),
                row.text("/spec/maxUnavailable", "N/A"),
                row.number("/status/disruptionsAllowed"),
                row.age());
    }
}
