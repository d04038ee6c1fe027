package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * In which fields two states of an object differ, as people read it and as a JSON patch from the one to the other that applies
 * only while the old values are there (P14). What the server keeps account of itself is left out.
 */
final class FieldDiff {

    private static final Set<String> OF_THE_SERVER =
            Set.of(
                    "managedFields",
                    "resourceVersion",
                    "generation",
                    "uid",
                    "creationTimestamp",
                    "selfLink");
    private static final int LONGEST_SHOWN = 300;

    private final List<Difference> differences = new ArrayList<>();

    private record Difference(
            List<String> path, @Nullable JsonNode was, @Nullable JsonNode becomes) {}

    private FieldDiff() {}

    /** @param status whether it is the status that is changed, and not the rest */
    static FieldDiff between(JsonNode before, JsonNode after, boolean status) {
        var diff = new FieldDiff();
        diff.compare(List.of(), own(before, status), own(after, status));
        return diff;
    }

    private static JsonNode own(JsonNode object, boolean status) {
        var own = ((ObjectNode) object.deepCopy());
        if (own.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(OF_THE_SERVER);
        }
        if (!status) {
            own.remove("status");
        }
        return own;
    }

    private void compare(List<String> path, @Nullable JsonNode was, @Nullable JsonNode becomes) {
        if (was != null && was.equals(becomes)) {
            return;
        }
        if (was instanceof ObjectNode old && becomes instanceof ObjectNode young) {
            var names = new TreeSet<>(old.propertyNames());
            names.addAll(young.propertyNames());
            names.forEach(name -> compare(at(path, name), old.get(name), young.get(name)));
        } else if (was instanceof ArrayNode old
                && becomes instanceof ArrayNode young
                && old.size() == young.size()) {
            for (var i = 0; i < old.size(); i++) {
                compare(at(path, String.valueOf(i)), old.get(i), young.get(i));
            }
        } else {
            differences.add(new Difference(path, was, becomes));
        }
    }

    private static List<String> at(List<String> path, String segment) {
        var longer = new ArrayList<>(path);
        longer.add(segment);
        return List.copyOf(longer);
    }

    boolean isEmpty() {
        return differences.isEmpty();
    }

    /** Where the two differ; an index for an item of a list. */
    List<List<String>> paths() {
        return differences.stream().map(Difference::path).toList();
    }

    /**
     * As people read it.
     *
     * @param before the same as was compared, without credentials (P9)
     * @param after likewise
     */
    static List<FieldChange> shown(FieldDiff diff, JsonNode before, JsonNode after) {
        return diff.differences.stream()
                .map(difference ->
                        new FieldChange(
                                words(difference.path(), before),
                                text(difference.was(), at(before, difference.path())),
                                text(difference.becomes(), at(after, difference.path()))))
                .toList();
    }

    private static JsonNode at(JsonNode object, List<String> path) {
        var node = object;
        for (var segment : path) {
            node = node.isArray() ? node.path(Integer.parseInt(segment)) : node.path(segment);
        }
        return node;
    }

    private static @Nullable String text(@Nullable JsonNode value, JsonNode masked) {
        if (value == null) {
            return null;
        }
        var text = masked.isString() ? masked.asString() : masked.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /** {@code spec.template.spec.containers[0].image}, {@code metadata.labels[app.kubernetes.io/name]}. */
    private static String words(List<String> path, JsonNode object) {
        var words = new StringBuilder();
        var node = object;
        for (var segment : path) {
            if (node.isArray()) {
                words.append('[').append(segment).append(']');
                node = node.path(Integer.parseInt(segment));
            } else {
                if (segment.matches("[A-Za-z0-9_-]+")) {
                    words.append(words.isEmpty() ? "" : ".").append(segment);
                } else {
                    words.append('[').append(segment).append(']');
                }
                node = node.path(segment);
            }
        }
        return words.toString();
    }

    /** For that object and no other of its name. */
    ArrayNode operations(String uid) {
        var operations = Call.operations();
        Call.test(operations, "/metadata/uid", StringNode.valueOf(uid));
        return operations.addAll(operations());
    }

    /** All tests come first, so that none sees what another operation did. */
    ArrayNode operations() {
        var operations = Call.operations();
        differences.forEach(difference ->
                Call.test(operations, pointer(difference.path()), old(difference.was())));
        differences.forEach(difference -> {
            var becomes = difference.becomes();
            if (becomes == null) {
                Call.remove(operations, pointer(difference.path()));
            } else {
                Call.set(operations, pointer(difference.path()), becomes);
            }
        });
        return operations;
    }

    // a number of nothing is left out by the server, and equals what is not there
    private static JsonNode old(@Nullable JsonNode was) {
        return was == null ? JsonNodeFactory.instance.nullNode() : was;
    }

    private static String pointer(List<String> path) {
        var pointer = new StringBuilder();
        path.forEach(segment ->
                pointer.append('/').append(segment.replace("~", "~0").replace("/", "~1")));
        return pointer.toString();
    }
}
