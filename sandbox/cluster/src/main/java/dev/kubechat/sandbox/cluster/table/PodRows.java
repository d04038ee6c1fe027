package dev.kubechat.sandbox.cluster.table;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Pods, whose status column sums up what their containers do. Source: {@code printPod}, without restartable init containers. */
final class PodRows {
    private PodRows() {}

    static List<Object> pod(Cells row) {
        var pod = row.object();
        var containers = pod.items("/status/containerStatuses");
        long ready = containers.stream().filter(PodRows::isReady).count();
        var ip = row.text("/status/podIP", "");
        return Cells.row(
                row.name(),
                ready + "/" + pod.items("/spec/containers").size(),
                reason(row, containers),
                restarts(row, containers),
                row.age(),
                ip.isEmpty() ? Cells.NONE : ip,
                row.text("/spec/nodeName", Cells.NONE),
                row.text("/status/nominatedNodeName", Cells.NONE),
                readinessGates(row));
    }

    /** What {@code kubectl get pods} says a pod is doing. */
    private static String reason(Cells row, List<JsonNode> containers) {
        var pod = row.object();
        var phase = row.text("/status/phase");
        if (pod.isBeingDeleted() && !List.of("Succeeded", "Failed").contains(phase)) {
            return "Terminating";
        }
        var initializing = initReason(pod);
        if (initializing.isPresent() && !row.isTrue("Initialized")) {
            return initializing.get();
        }
        var reason = row.text("/status/reason", phase);
        var error = Optional.<String>empty();
        for (var container : containers.reversed()) {
            var told = containerReason(container);
            reason = told.orElse(reason);
            if (container.at("/state/terminated/exitCode").asInt(0) != 0) {
                error = told;
            }
        }
        if (reason.equals("Completed")) {
            boolean running = containers.stream().anyMatch(PodRows::isReady);
            return running ? row.isTrue("Ready") ? "Running" : "NotReady" : error.orElse(reason);
        }
        return reason;
    }

    private static Optional<String> containerReason(JsonNode container) {
        var waiting = container.at("/state/waiting/reason").asString("");
        if (!waiting.isEmpty()) {
            return Optional.of(waiting);
        }
        var terminated = container.at("/state/terminated");
        return terminated.isObject()
                ? Optional.of(terminationReason(terminated))
                : Optional.empty();
    }

    private static String terminationReason(JsonNode terminated) {
        var reason = terminated.path("reason").asString("");
        return reason.isEmpty() ? "ExitCode:" + terminated.path("exitCode").asInt(0) : reason;
    }

    private static Optional<String> initReason(KubeObject pod) {
        var statuses = pod.items("/status/initContainerStatuses");
        for (int i = 0; i < statuses.size(); i++) {
            var terminated = statuses.get(i).at("/state/terminated");
            var waiting = statuses.get(i).at("/state/waiting/reason").asString("");
            if (terminated.isObject() && terminated.path("exitCode").asInt(0) == 0) {
                continue;
            }
            if (terminated.isObject()) {
                return Optional.of("Init:" + terminationReason(terminated));
            }
            boolean told = !waiting.isEmpty() && !waiting.equals("PodInitializing");
            return Optional.of(
                    told
                            ? "Init:" + waiting
                            : "Init:%d/%d".formatted(i, pod.items("/spec/initContainers").size()));
        }
        return Optional.empty();
    }

    private static String restarts(Cells row, List<JsonNode> containers) {
        int restarts = containers.stream().mapToInt(c -> c.path("restartCount").asInt(0)).sum();
        var last =
                containers.stream()
                        .map(c -> c.at("/lastState/terminated/finishedAt").asString(""))
                        .filter(time -> !time.isEmpty())
                        .map(Instant::parse)
                        .max(Instant::compareTo);
        return restarts == 0 || last.isEmpty()
                ? Integer.toString(restarts)
                : "%d (%s ago)".formatted(restarts, Ages.since(last, row.now()));
    }

    private static boolean isReady(JsonNode container) {
        return container.path("ready").asBoolean(false)
                && container.at("/state/running").isObject();
    }

    private static String readinessGates(Cells row) {
        var gates = row.object().items("/spec/readinessGates");
        long passed =
                gates.stream()
                        .filter(gate -> row.isTrue(gate.path("conditionType").asString("")))
                        .count();
        return gates.isEmpty() ? Cells.NONE : passed + "/" + gates.size();
    }
}
