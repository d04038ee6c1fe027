package dev.kubechat.sandbox.cluster.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Nodes, events and role bindings. */
final class ClusterRows {
    private static final String ROLE_LABEL = "node-role.kubernetes.io/";

    private ClusterRows() {}

    static List<Object> node(Cells row) {
        var status = new ArrayList<String>();
        status.add(
                row.condition("Ready")
                        .map(c ->
                                c.path("status").asString("").equals("True") ? "Ready" : "NotReady")
                        .orElse("Unknown"));
        if (row.object().at("/spec/unschedulable").asBoolean(false)) {
            status.add("SchedulingDisabled");
        }
        var roles =
                row.object().labels().keySet().stream()
                        .filter(label -> label.startsWith(ROLE_LABEL))
                        .map(label -> label.substring(ROLE_LABEL.length()))
                        .sorted()
                        .collect(Collectors.joining(","));
        var info = "/status/nodeInfo/";
        return Cells.row(
                row.name(),
                String.join(",", status),
                roles.isEmpty() ? Cells.NONE : roles,
                row.age(),
                row.text(info + "kubeletVersion"),
                address(row, "InternalIP"),
                address(row, "ExternalIP"),
                row.text(info + "osImage", "<unknown>"),
                "%s (%s)"
                        .formatted(
                                row.text(info + "kernelVersion", "<unknown>"),
                                row.text(info + "architecture")),
                row.text(info + "containerRuntimeVersion", "<unknown>"));
    }

    private static String address(Cells row, String type) {
        return row.object().items("/status/addresses").stream()
                .filter(address -> address.path("type").asString("").equals(type))
                .map(address -> address.path("address").asString(""))
                .findFirst()
                .orElse(Cells.NONE);
    }

    static List<Object> event(Cells row) {
        var event = row.object();
        var about = event.at("/involvedObject").isObject() ? "/involvedObject" : "/regarding";
        var name = row.text(about + "/name");
        var kind = row.text(about + "/kind").toLowerCase(Locale.ROOT);
        var first = firstOf(row, "/firstTimestamp", "/deprecatedFirstTimestamp", "/eventTime");
        var last =
                firstOf(
                        row,
                        "/series/lastObservedTime",
                        "/lastTimestamp",
                        "/deprecatedLastTimestamp");
        int count =
                event.number(
                        "/series/count",
                        event.number("/count", event.number("/deprecatedCount", 1)));
        return Cells.row(
                last.orElse(first.orElse("<unknown>")),
                row.text("/type"),
                row.text("/reason"),
                name.isEmpty() ? kind : kind + "/" + name,
                row.text(about + "/fieldPath"),
                source(row),
                row.text("/message", row.text("/note")).strip(),
                first.orElse("<unknown>"),
                Math.max(count, 1),
                row.name());
    }

    private static Optional<String> firstOf(Cells row, String... pointers) {
        for (var pointer : pointers) {
            if (!row.text(pointer).isEmpty()) {
                return Optional.of(row.age(pointer));
            }
        }
        return Optional.empty();
    }

    private static String source(Cells row) {
        var component =
                row.text(
                        "/source/component",
                        row.text("/deprecatedSource/component", row.text("/reportingComponent")));
        var host =
                row.text(
                        "/source/host",
                        row.text("/deprecatedSource/host", row.text("/reportingInstance")));
        return host.isEmpty() ? component : component + ", " + host;
    }

    static List<Object> binding(Cells row) {
        return Cells.row(
                row.name(),
                row.text("/roleRef/kind") + "/" + row.text("/roleRef/name"),
                row.age(),
                subjects(row, "User"),
                subjects(row, "Group"),
                subjects(row, "ServiceAccount"));
    }

    private static String subjects(Cells row, String kind) {
        return row.object().items("/subjects").stream()
                .filter(subject -> subject.path("kind").asString("").equals(kind))
                .map(subject ->
                        kind.equals("ServiceAccount")
                                ? subject.path("namespace").asString("")
                                        + "/"
                                        + subject.path("name").asString("")
                                : subject.path("name").asString(""))
                .collect(Collectors.joining(", "));
    }
}
