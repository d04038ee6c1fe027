package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.SetEnv;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl set env}: the variables of the containers that a workload makes. */
final class SetEnvVerb {

    private static final List<String> CONTAINERS = List.of("containers", "initContainers");

    private final Sight sight;
    private final SetEnv command;

    SetEnvVerb(Sight sight, SetEnv command) {
        this.sight = sight;
        this.command = command;
    }

    /**
     * @param set the containers as they are; what is set is set in them
     * @throws No if a variable has another value already and may not be overwritten
     */
    void apply(Seen seen, ObjectNode set) {
        var variables = variables();
        containers(set)
                .forEach(container -> {
                    var there = container.path("env");
                    if (!command.overwrite()) {
                        checkFree(seen, there, variables);
                    }
                    var changed = changed(there, variables);
                    if (!changed.isEmpty()) {
                        container.set("env", changed);
                    } else {
                        container.remove("env");
                    }
                });
    }

    private ArrayNode changed(JsonNode there, Map<String, ObjectNode> variables) {
        var changed = Reply.JSON.createArrayNode();
        var left = new LinkedHashMap<>(variables);
        for (var old : there) {
            var name = old.path("name").asString("");
            if (command.edits().removed().contains(name)) {
                continue;
            }
            var young = left.remove(name);
            changed.add(young == null ? old : young);
        }
        left.values().forEach(changed::add);
        return changed;
    }

    private static void checkFree(Seen seen, JsonNode there, Map<String, ObjectNode> variables) {
        for (var old : there) {
            var name = old.path("name").asString("");
            if (variables.containsKey(name)) {
                throw No.saying(
                        "%s/%s '%s' already has a value (%s), and --overwrite is false"
                                .formatted(
                                        seen.resource().plural(),
                                        seen.name(),
                                        name,
                                        Masking.object(old).path("value").asString("")));
            }
        }
    }

    /** What is set, by name. */
    private Map<String, ObjectNode> variables() {
        var prefix = command.prefix() == null ? "" : command.prefix();
        var variables = new LinkedHashMap<String, ObjectNode>();
        command.edits()
                .set()
                .forEach((name, value) -> {
                    var variable = Reply.JSON.createObjectNode().put("name", prefix + name);
                    Draft.put(variable, "value", value);
                    variables.put(prefix + name, variable);
                });
        var from = command.from();
        if (from != null) {
            var source = sight.object(from, command.scope());
            var reference = from.type().is("secrets", "") ? "secretKeyRef" : "configMapKeyRef";
            source.path("data").propertyNames().stream()
                    .filter(key -> command.keys().isEmpty() || command.keys().contains(key))
                    .sorted()
                    .forEach(key -> {
                        var name =
                                prefix
                                        + key.replaceAll("[^a-zA-Z0-9_]", "_")
                                                .toUpperCase(Locale.ROOT);
                        var variable = Reply.JSON.createObjectNode().put("name", name);
                        variable.putObject("valueFrom")
                                .putObject(reference)
                                .put("name", from.name())
                                .put("key", key);
                        variables.put(name, variable);
                    });
        }
        return variables;
    }

    private Stream<ObjectNode> containers(JsonNode set) {
        return CONTAINERS.stream()
                .flatMap(field -> set.path(field).valueStream())
                .filter(container ->
                        SetVerb.glob(command.containers())
                                .matcher(container.path("name").asString(""))
                                .matches())
                .map(ObjectNode.class::cast);
    }

    /**
     * {@code --list}: the variables as they are, or as they would be with what is said beside it. Credentials are masked (P9).
     *
     * @throws No if values of secrets are asked for
     */
    String list() {
        if (command.resolve()) {
            throw new No("What references lead to is not looked up here. Leave --resolve out.");
        }
        var text = new StringBuilder();
        for (var seen :
                new Chosen(sight, command.local()).objects(command.selection(), command.scope())) {
            // kubectl says nothing of what has no containers
            if (PodTemplates.isIn(seen)) {
                var set = SetVerb.containers(seen);
                apply(seen, set);
                containers(set).forEach(container -> list(seen, Masking.object(container), text));
            }
        }
        return text.toString();
    }

    private static void list(Seen seen, JsonNode container, StringBuilder text) {
        text.append(
                "# %s %s, container %s\n"
                        .formatted(
                                seen.resource().kind(),
                                seen.name(),
                                container.path("name").asString("")));
        for (var variable : container.path("env")) {
            var name = variable.path("name").asString("");
            var from = variable.path("valueFrom");
            text.append(
                    from.isObject()
                            ? "# %s from %s\n".formatted(name, reference(from))
                            : "%s=%s\n".formatted(name, variable.path("value").asString("")));
        }
    }

    private static String reference(JsonNode from) {
        if (from.path("configMapKeyRef") instanceof ObjectNode map) {
            return "configmap %s, key %s"
                    .formatted(map.path("name").asString(""), map.path("key").asString(""));
        }
        if (from.path("secretKeyRef") instanceof ObjectNode secret) {
            return "secret %s, key %s"
                    .formatted(secret.path("name").asString(""), secret.path("key").asString(""));
        }
        if (from.path("fieldRef") instanceof ObjectNode field) {
            return "field path " + field.path("fieldPath").asString("");
        }
        if (from.path("resourceFieldRef") instanceof ObjectNode field) {
            var container = field.path("containerName").asString("");
            return "resource field %s%s"
                    .formatted(
                            container.isEmpty() ? "" : container + "/",
                            field.path("resource").asString(""));
        }
        return "invalid valueFrom";
    }
}
