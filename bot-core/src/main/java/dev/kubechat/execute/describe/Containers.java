package dev.kubechat.execute.describe;

import dev.kubechat.execute.print.GoSort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The containers of a pod or of a template of pods. */
final class Containers {

    private final Page page;
    private final String space;
    private final Environment environment;

    /** @param pod whose names variables are resolved to; null in a template */
    Containers(Page page, @Nullable JsonNode pod, String space) {
        this.page = page;
        this.space = space;
        this.environment = new Environment(page, pod);
    }

    void print(String label, JsonNode containers, JsonNode statuses) {
        var all = Values.items(containers);
        page.write(0, space + label + ":" + (all.isEmpty() ? " <none>" : "") + "\n");
        for (var container : all) {
            var status = status(statuses, Values.text(container, "name"));
            basics(container, status);
            words("Command", container.path("command"));
            words("Args", container.path("args"));
            if (!status.isMissingNode()) {
                state(status);
            }
            resources(page, container.path("resources"), 2);
            probe("Liveness", container.path("livenessProbe"));
            probe("Readiness", container.path("readinessProbe"));
            probe("Startup", container.path("startupProbe"));
            environment.print(container);
            mounts(container);
        }
    }

    // the last of a name counts
    private static JsonNode status(JsonNode statuses, String name) {
        return Values.items(statuses).stream()
                .filter(status -> Values.text(status, "name").equals(name))
                .reduce((_, last) -> last)
                .orElse(MissingNode.getInstance());
    }

    private void basics(JsonNode container, JsonNode status) {
        page.write(1, (space.isEmpty() ? "" : " ") + Values.text(container, "name") + ":\n");
        if (!status.isMissingNode()) {
            page.field(2, "Container ID", Values.text(status, "containerID"));
        }
        page.field(2, "Image", Values.text(container, "image"));
        if (!status.isMissingNode()) {
            page.field(2, "Image ID", Values.text(status, "imageID"));
        }
        ports("Port", container.path("ports"), "containerPort");
        ports("Host Port", container.path("ports"), "hostPort");
        seccomp(page, Values.at(container, "securityContext.seccompProfile"), 2, 3);
    }

    private void ports(String label, JsonNode ports, String field) {
        var shown = new ArrayList<String>();
        for (var port : Values.items(ports)) {
            var name = Values.text(port, "name");
            shown.add(
                    Values.number(port, field)
                            + "/"
                            + Values.text(port, "protocol")
                            + (name.isEmpty() ? "" : " (" + name + ")"));
        }
        var joined = String.join(", ", shown);
        page.field(
                2,
                joined.contains(",") ? label + "s" : label,
                joined.isEmpty() ? Values.NONE : joined);
    }

    static void seccomp(Page page, JsonNode profile, int level, int localhostLevel) {
        if (Values.isThere(profile)) {
            page.field(level, "SeccompProfile", Values.text(profile, "type"));
            if (Values.text(profile, "type").equals("Localhost")) {
                page.field(
                        localhostLevel,
                        "LocalhostProfile",
                        Values.text(profile, "localhostProfile"));
            }
        }
    }

    private void words(String label, JsonNode words) {
        var all = Values.strings(words);
        if (!all.isEmpty()) {
            page.write(2, label + ":\n");
            for (var word : all) {
                for (var line : word.split("\n", -1)) {
                    page.write(3, line + "\n");
                }
            }
        }
    }

    private void state(JsonNode status) {
        state("State", status.path("state"));
        if (Values.has(status, "lastState.terminated")) {
            state("Last State", status.path("lastState"));
        }
        page.field(2, "Ready", Values.bool(status, "ready"));
        page.field(2, "Restart Count", Values.number(status, "restartCount"));
    }

    private void state(String label, JsonNode state) {
        if (Values.has(state, "running")) {
            page.field(2, label, "Running");
            page.field(3, "Started", page.time(Values.at(state, "running.startedAt")));
        } else if (Values.has(state, "terminated") && !Values.has(state, "waiting")) {
            terminated(label, state.path("terminated"));
        } else {
            page.field(2, label, "Waiting");
            page.fieldIfSet(3, "Reason", Values.text(state, "waiting.reason"));
        }
    }

    private void terminated(String label, JsonNode terminated) {
        page.field(2, label, "Terminated");
        page.fieldIfSet(3, "Reason", Values.text(terminated, "reason"));
        page.fieldIfSet(3, "Message", Values.text(terminated, "message"));
        page.field(3, "Exit Code", Values.number(terminated, "exitCode"));
        if (Values.number(terminated, "signal") > 0) {
            page.field(3, "Signal", Values.number(terminated, "signal"));
        }
        page.field(3, "Started", page.time(terminated.path("startedAt")));
        page.field(3, "Finished", page.time(terminated.path("finishedAt")));
    }

    static void resources(Page page, JsonNode resources, int level) {
        amounts(page, "Limits", resources.path("limits"), level);
        amounts(page, "Requests", resources.path("requests"), level);
    }

    private static void amounts(Page page, String label, JsonNode amounts, int level) {
        var shown = Values.map(amounts);
        if (!shown.isEmpty()) {
            page.write(level, label + ":\n");
            shown.forEach((name, amount) -> page.field(level + 1, name, amount));
        }
    }

    private void probe(String label, JsonNode probe) {
        if (Values.isThere(probe)) {
            page.field(2, label, Probes.text(probe));
        }
    }

    private void mounts(JsonNode container) {
        var mounts = sorted(container.path("volumeMounts"), "mountPath");
        var none = mounts.isEmpty() ? "\t<none>" : "";
        page.write(2, "Mounts:" + none + "\n");
        for (var mount : mounts) {
            var path = Values.text(mount, "subPath");
            page.write(
                    3,
                    "%s from %s (%s%s)\n"
                            .formatted(
                                    Values.text(mount, "mountPath"),
                                    Values.text(mount, "name"),
                                    Values.flag(mount, "readOnly") ? "ro" : "rw",
                                    path.isEmpty() ? "" : ",path=" + Values.quoted(path)));
        }
        var devices = sorted(container.path("volumeDevices"), "devicePath");
        if (!devices.isEmpty()) {
            page.write(2, "Devices:" + none + "\n");
            devices.forEach(device ->
                    page.write(
                            3,
                            Values.text(device, "devicePath")
                                    + " from "
                                    + Values.text(device, "name")
                                    + "\n"));
        }
    }

    private static List<JsonNode> sorted(JsonNode list, String field) {
        return GoSort.sorted(
                Values.items(list), Comparator.comparing(item -> Values.text(item, field)));
    }
}
