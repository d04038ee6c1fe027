package dev.kubechat.execute.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an object becomes when a manifest is applied: what the manifest says, without what only the manifest applied before said, and
 * with what others have set. Lists are merged by the keys that the server's OpenAPI document names for them.
 */
final class ThreeWayMerge {

    private final JsonNode document;

    /** @param document OpenAPI v3; without schemas all lists count as one value */
    ThreeWayMerge(JsonNode document) {
        this.document = document;
    }

    ObjectNode merged(JsonNode original, ObjectNode modified, ObjectNode current, JsonNode schema) {
        var result = current.deepCopy();
        original.properties()
                .forEach(field -> {
                    if (!modified.has(field.getKey())) {
                        result.remove(field.getKey());
                    }
                });
        modified.properties()
                .forEach(field -> {
                    var name = field.getKey();
                    if (field.getValue().isNull()) {
                        result.remove(name);
                    } else {
                        result.set(
                                name,
                                value(
                                        original.path(name),
                                        field.getValue(),
                                        current.path(name),
                                        property(schema, name)));
                    }
                });
        return result;
    }

    private JsonNode value(
            JsonNode original, JsonNode modified, JsonNode current, JsonNode schema) {
        if (modified instanceof ObjectNode object) {
            return merged(
                    original,
                    object,
                    current instanceof ObjectNode now ? now : Reply.JSON.createObjectNode(),
                    schema);
        }
        var strategy = schema.path("x-kubernetes-patch-strategy").asString("");
        if (modified instanceof ArrayNode list
                && current instanceof ArrayNode now
                && List.of(strategy.split(",", -1)).contains("merge")) {
            var key = schema.path("x-kubernetes-patch-merge-key").asString("");
            return key.isEmpty()
                    ? union(original, list, now)
                    : byKey(original, list, now, key, resolved(schema.path("items")));
        }
        return modified;
    }

    private ArrayNode byKey(
            JsonNode original, ArrayNode modified, ArrayNode current, String key, JsonNode items) {
        var before = keyed(original, key);
        var now = keyed(current, key);
        var wanted = keyed(modified, key);
        var result = Reply.JSON.createArrayNode();
        for (var item : modified) {
            var name = item.path(key).toString();
            var there = now.getOrDefault(name, MissingNode.getInstance());
            result.add(
                    there instanceof ObjectNode old && item instanceof ObjectNode next
                            ? merged(
                                    before.getOrDefault(name, MissingNode.getInstance()),
                                    next,
                                    old,
                                    items)
                            : item);
        }
        // what others have added stays
        now.forEach((name, item) -> {
            if (!wanted.containsKey(name) && !before.containsKey(name)) {
                result.add(item);
            }
        });
        return result;
    }

    private static Map<String, JsonNode> keyed(JsonNode list, String key) {
        var keyed = new LinkedHashMap<String, JsonNode>();
        list.forEach(item -> keyed.putIfAbsent(item.path(key).toString(), item));
        return keyed;
    }

    private static ArrayNode union(JsonNode original, ArrayNode modified, ArrayNode current) {
        var before = items(original);
        var wanted = items(modified);
        var result = modified.deepCopy();
        current.forEach(item -> {
            if (!wanted.contains(item) && !before.contains(item)) {
                result.add(item);
            }
        });
        return result;
    }

    private static List<JsonNode> items(JsonNode list) {
        var items = new ArrayList<JsonNode>();
        list.forEach(items::add);
        return items;
    }

    private JsonNode property(JsonNode schema, String name) {
        var resolved = resolved(schema);
        var property = resolved.path("properties").path(name);
        return property.isMissingNode() ? resolved.path("additionalProperties") : property;
    }

    private JsonNode resolved(JsonNode schema) {
        var at = schema.path("allOf").size() == 1 ? schema.path("allOf").path(0) : schema;
        var ref = at.path("$ref").asString("");
        return ref.isEmpty()
                ? at
                : document.path("components")
                        .path("schemas")
                        .path(ref.substring(ref.lastIndexOf('/') + 1));
    }

    /** Whether two merge patches set the same field to different values. Items of lists are told apart by their names. */
    static boolean conflict(JsonNode patch, JsonNode changed) {
        if (patch instanceof ObjectNode fields && changed instanceof ObjectNode others) {
            return fields.properties().stream()
                    .anyMatch(field ->
                            others.has(field.getKey())
                                    && conflict(field.getValue(), others.get(field.getKey())));
        }
        if (patch instanceof ArrayNode items
                && changed instanceof ArrayNode others
                && !others.isEmpty()) {
            var named = keyed(others, "name");
            return (!isNamed(items) || !isNamed(others))
                    ? !patch.equals(changed)
                    : items.valueStream()
                            .anyMatch(item ->
                                    named.containsKey(item.path("name").toString())
                                            && conflict(
                                                    item, named.get(item.path("name").toString())));
        }
        return !patch.equals(changed);
    }

    private static boolean isNamed(ArrayNode items) {
        return items.valueStream().allMatch(item -> item.path("name").isString());
    }

    /** The changes that lead from one object to another, as a JSON merge patch. */
    static ObjectNode patch(ObjectNode from, ObjectNode to) {
        var patch = Reply.JSON.createObjectNode();
        from.properties()
                .forEach(field -> {
                    if (!to.has(field.getKey())) {
                        patch.putNull(field.getKey());
                    }
                });
        to.properties()
                .forEach(field -> {
                    var before = from.path(field.getKey());
                    if (before instanceof ObjectNode old
                            && field.getValue() instanceof ObjectNode next) {
                        var inner = patch(old, next);
                        if (!inner.isEmpty()) {
                            patch.set(field.getKey(), inner);
                        }
                    } else if (!before.equals(field.getValue())) {
                        patch.set(field.getKey(), field.getValue());
                    }
                });
        return patch;
    }
}
