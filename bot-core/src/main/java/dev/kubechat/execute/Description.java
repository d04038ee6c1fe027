package dev.kubechat.execute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One masked object in words and columns: who it is, what it wants, how it fares. */
final class Description {

    private static final Set<String> NOT_SAID =
            Set.of("kubectl.kubernetes.io/last-applied-configuration");
    private static final Set<String> SAID_ELSEWHERE =
            Set.of(
                    "conditions",
                    "containers",
                    "initContainers",
                    "ephemeralContainers",
                    "template",
                    "volumes",
                    "tolerations",
                    "containerStatuses",
                    "initContainerStatuses",
                    "managedFields");

    private final JsonNode object;
    private final Instant now;
    private final StringBuilder text = new StringBuilder();
    private final List<List<String>> facts = new ArrayList<>();

    Description(JsonNode object, Instant now) {
        this.object = object;
        this.now = now;
    }

    String text() {
        metadata();
        flushFacts();
        data();
        part("Spec", object.path("spec"));
        containers("Containers", object.path("spec"));
        containers("Pod Template Containers", object.path("spec").path("template").path("spec"));
        part("Status", object.path("status"));
        rest();
        conditions();
        return text.toString();
    }

    private void metadata() {
        var metadata = object.path("metadata");
        fact("Name", Pods.name(object));
        fact("Namespace", metadata.path("namespace").asString(""));
        fact("Kind", object.path("kind").asString(""));
        fact("Created", Ages.since(metadata.path("creationTimestamp").asString(""), now) + " ago");
        if (metadata.has("deletionTimestamp")) {
            fact("Terminating", "since " + metadata.path("deletionTimestamp").asString());
        }
        fact("Labels", pairs(metadata.path("labels")));
        fact("Annotations", pairs(metadata.path("annotations")));
        metadata.path("ownerReferences")
                .forEach(owner ->
                        fact(
                                "Controlled By",
                                owner.path("kind").asString("")
                                        + "/"
                                        + owner.path("name").asString("")));
    }

    private static String pairs(JsonNode map) {
        var pairs =
                map.properties().stream()
                        .filter(pair -> !NOT_SAID.contains(pair.getKey()))
                        .map(pair -> pair.getKey() + "=" + pair.getValue().asString(""))
                        .collect(Collectors.joining(", "));
        return pairs.isEmpty() ? "<none>" : pairs;
    }

    private void fact(String name, String value) {
        if (!value.isEmpty()) {
            facts.add(List.of(name + ":", value));
        }
    }

    private void flushFacts() {
        var lines = new Columns(2);
        facts.forEach(lines::add);
        text.append(lines.text());
        facts.clear();
    }

    // of a Secret only the names; what a ConfigMap holds is shown by get -o yaml
    private void data() {
        for (var field : List.of("data", "binaryData")) {
            if (object.path(field).isObject() && !object.path(field).isEmpty()) {
                text.append(field.equals("data") ? "Data:\n" : "Binary data:\n");
                object.path(field)
                        .properties()
                        .forEach(entry ->
                                text.append(
                                        "  %s:  %s\n"
                                                .formatted(
                                                        entry.getKey(), size(entry.getValue()))));
            }
        }
    }

    private static String size(JsonNode value) {
        var content = value.asString("");
        return content.equals(Masking.HIDDEN) ? content : content.length() + " characters";
    }

    private void part(String heading, JsonNode fields) {
        var body = new StringBuilder();
        fields.properties().stream()
                .filter(field -> !SAID_ELSEWHERE.contains(field.getKey()))
                .forEach(field -> tree(body, "  ", field.getKey(), field.getValue()));
        if (!body.isEmpty()) {
            text.append(heading).append(":\n").append(body);
        }
    }

    private void rest() {
        var known =
                Set.of(
                        "apiVersion",
                        "kind",
                        "metadata",
                        "spec",
                        "status",
                        "data",
                        "binaryData",
                        "stringData");
        object.properties().stream()
                .filter(field -> !known.contains(field.getKey()))
                .forEach(field -> tree(text, "", field.getKey(), field.getValue()));
    }

    private static void tree(StringBuilder text, String indent, String name, JsonNode value) {
        if (value.isObject() && !value.isEmpty()) {
            text.append(indent).append(name).append(":\n");
            value.properties()
                    .forEach(field -> tree(text, indent + "  ", field.getKey(), field.getValue()));
        } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
            text.append(indent).append(name).append(":\n");
            value.forEach(item -> item(text, indent + "  ", item));
        } else {
            text.append(indent).append(name).append(":  ").append(flat(value)).append('\n');
        }
    }

    private static void item(StringBuilder text, String indent, JsonNode item) {
        var body = new StringBuilder();
        item.properties()
                .forEach(field -> tree(body, indent + "  ", field.getKey(), field.getValue()));
        if (!body.isEmpty()) {
            text.append(body.replace(indent.length(), indent.length() + 1, "-"));
        }
    }

    private static String flat(JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty()
                    ? "<none>"
                    : value.valueStream().map(Description::flat).collect(Collectors.joining(", "));
        }
        return value.isObject() || value.isNull()
                ? "<none>"
                : value.asString("").replace("\n", "\n      ");
    }

    private void containers(String heading, JsonNode podSpec) {
        var all =
                Stream.concat(
                                podSpec.path("initContainers").valueStream(),
                                podSpec.path("containers").valueStream())
                        .toList();
        if (!all.isEmpty()) {
            text.append(heading).append(":\n");
            all.forEach(this::container);
        }
    }

    private void container(JsonNode container) {
        text.append("  ").append(container.path("name").asString()).append(":\n");
        detail("Image", container.path("image").asString(""));
        detail("Ports", ports(container));
        detail("Command", flat(container.path("command")));
        detail("Args", flat(container.path("args")));
        status(container.path("name").asString());
        detail("Requests", pairs(container.path("resources").path("requests")));
        detail("Limits", pairs(container.path("resources").path("limits")));
        for (var probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            if (container.has(probe)) {
                tree(text, "    ", probe, container.path(probe));
            }
        }
        detail("Environment", environment(container));
    }

    private void detail(String name, String value) {
        if (!value.isEmpty() && !value.equals("<none>")) {
            text.append("    ").append(name).append(":  ").append(value).append('\n');
        }
    }

    private static String ports(JsonNode container) {
        return container
                .path("ports")
                .valueStream()
                .map(port ->
                        port.path("containerPort").asInt(0)
                                + "/"
                                + port.path("protocol").asString("TCP"))
                .collect(Collectors.joining(", "));
    }

    private static String environment(JsonNode container) {
        return container
                .path("env")
                .valueStream()
                .map(variable ->
                        "\n      "
                                + variable.path("name").asString("")
                                + ":  "
                                + (variable.has("valueFrom")
                                        ? "from " + source(variable.path("valueFrom"))
                                        : variable.path("value").asString("")))
                .collect(Collectors.joining());
    }

    private static String source(JsonNode from) {
        return from.properties().stream()
                .map(kind ->
                        kind.getKey()
                                + " "
                                + kind.getValue().properties().stream()
                                        .map(field -> flat(field.getValue()))
                                        .collect(Collectors.joining("/")))
                .collect(Collectors.joining());
    }

    private void status(String name) {
        Stream.of("initContainerStatuses", "containerStatuses")
                .flatMap(list -> object.path("status").path(list).valueStream())
                .filter(status -> status.path("name").asString("").equals(name))
                .forEach(status -> {
                    detail("State", state(status.path("state")));
                    detail("Last State", state(status.path("lastState")));
                    detail("Ready", status.path("ready").asString(""));
                    detail("Restart Count", status.path("restartCount").asString("0"));
                });
    }

    private static String state(JsonNode state) {
        return state.properties().stream()
                .map(entry ->
                        (entry.getKey()
                                        + " "
                                        + entry.getValue().properties().stream()
                                                .filter(field ->
                                                        !field.getKey().equals("containerID"))
                                                .map(field ->
                                                        field.getKey()
                                                                + "="
                                                                + flat(field.getValue()))
                                                .collect(Collectors.joining(", ")))
                                .strip())
                .collect(Collectors.joining("; "));
    }

    private void conditions() {
        var conditions = object.path("status").path("conditions");
        if (!conditions.isArray() || conditions.isEmpty()) {
            return;
        }
        var lines = new Columns(2).add(List.of("  Type", "Status", "Reason", "Message"));
        conditions.forEach(condition ->
                lines.add(
                        List.of(
                                "  " + condition.path("type").asString(""),
                                condition.path("status").asString(""),
                                condition.path("reason").asString(""),
                                condition.path("message").asString(""))));
        text.append("Conditions:\n").append(lines.text());
    }
}
