package dev.kubechat.sandbox.cluster.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A merge in which lists of things with names are merged by name. It knows the lists of workloads, services and metadata, and the
 * directives {@code $patch: delete}, {@code $patch: replace}, {@code $retainKeys} and {@code $deleteFromPrimitiveList}.
 */
public record StrategicMergePatch(ObjectNode changes) implements Patch {
    private static final String DIRECTIVE = "$patch";
    private static final String DELETE_FROM_LIST = "$deleteFromPrimitiveList/";
    private static final String ELEMENT_ORDER = "$setElementOrder/";
    private static final String RETAIN = "$retainKeys";

    /** By list name, what its elements are told apart by; where there are several, the first the elements have. */
    private static final Map<String, List<String>> MERGE_KEYS =
            Map.ofEntries(
                    Map.entry("containers", List.of("name")),
                    Map.entry("initContainers", List.of("name")),
                    Map.entry("ephemeralContainers", List.of("name")),
                    Map.entry("env", List.of("name")),
                    Map.entry("volumes", List.of("name")),
                    Map.entry("imagePullSecrets", List.of("name")),
                    Map.entry("volumeMounts", List.of("mountPath")),
                    Map.entry("volumeDevices", List.of("devicePath")),
                    Map.entry("ports", List.of("containerPort", "port")),
                    Map.entry("hostAliases", List.of("ip")),
                    Map.entry("conditions", List.of("type")),
                    Map.entry("addresses", List.of("type")),
                    Map.entry("ownerReferences", List.of("uid")),
                    Map.entry("secrets", List.of("name")));

    private static final Set<String> PRIMITIVE_LISTS = Set.of("finalizers");

    @Override
    public ObjectNode applyTo(ObjectNode target) {
        var result = target.deepCopy();
        merge(result, changes);
        return result;
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        if (directive(changes).equals("replace")) {
            target.removeAll();
        }
        retain(target, changes);
        changes.properties()
                .forEach(change -> mergeField(target, change.getKey(), change.getValue()));
    }

    private static void mergeField(ObjectNode target, String name, JsonNode value) {
        if (name.equals(DIRECTIVE) || name.equals(RETAIN) || name.startsWith(ELEMENT_ORDER)) {
            return;
        }
        if (name.startsWith(DELETE_FROM_LIST)) {
            removeValues(target, name.substring(DELETE_FROM_LIST.length()), value);
            return;
        }
        switch (value) {
            case ObjectNode object when directive(object).equals("delete") -> target.remove(name);
            case ObjectNode object ->
                    merge(
                            target.get(name) instanceof ObjectNode there
                                    ? there
                                    : target.putObject(name),
                            object);
            case ArrayNode list -> mergeList(target, name, list);
            case JsonNode other when other.isNull() -> target.remove(name);
            case JsonNode other -> target.set(name, other.deepCopy());
        }
    }

    private static void mergeList(ObjectNode target, String name, ArrayNode changes) {
        var key = mergeKey(name, changes);
        if (PRIMITIVE_LISTS.contains(name) && target.get(name) instanceof ArrayNode there) {
            changes.forEach(value -> addOnce(there, value));
        } else if (key.isPresent()
                && target.get(name) instanceof ArrayNode there
                && !replaces(changes)) {
            changes.forEach(element -> mergeElement(there, key.get(), element));
        } else {
            target.set(name, withoutDirectives(changes));
        }
    }

    private static void mergeElement(ArrayNode list, String key, JsonNode element) {
        int at = indexOf(list, key, element);
        if (directive(element).equals("delete")) {
            if (at >= 0) {
                list.remove(at);
            }
        } else if (at >= 0
                && list.get(at) instanceof ObjectNode there
                && element instanceof ObjectNode object) {
            merge(there, object);
        } else {
            list.add(element.deepCopy());
        }
    }

    private static int indexOf(ArrayNode list, String key, JsonNode element) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path(key).equals(element.path(key))) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> mergeKey(String name, ArrayNode changes) {
        return MERGE_KEYS.getOrDefault(name, List.of()).stream()
                .filter(key ->
                        changes.values().stream()
                                .allMatch(e -> e.has(key) || directive(e).equals("replace")))
                .findFirst();
    }

    private static boolean replaces(ArrayNode changes) {
        return changes.values().stream()
                .anyMatch(e -> e.size() == 1 && directive(e).equals("replace"));
    }

    private static ArrayNode withoutDirectives(ArrayNode changes) {
        var list = changes.deepCopy();
        var kept = new ArrayList<JsonNode>();
        list.values().stream().filter(e -> directive(e).isEmpty()).forEach(kept::add);
        list.removeAll();
        list.addAll(kept);
        return list;
    }

    private static void removeValues(ObjectNode target, String name, JsonNode values) {
        if (target.get(name) instanceof ArrayNode list) {
            var kept = list.values().stream().filter(v -> !values.values().contains(v)).toList();
            list.removeAll();
            list.addAll(kept);
        }
    }

    private static void addOnce(ArrayNode list, JsonNode value) {
        if (!list.values().contains(value)) {
            list.add(value.deepCopy());
        }
    }

    private static void retain(ObjectNode target, ObjectNode changes) {
        if (changes.get(RETAIN) instanceof ArrayNode kept) {
            var names = kept.values().stream().map(v -> v.asString("")).toList();
            List.copyOf(target.propertyNames()).stream()
                    .filter(name -> !names.contains(name))
                    .forEach(target::remove);
        }
    }

    private static String directive(JsonNode node) {
        return node.path(DIRECTIVE).asString("");
    }
}
