package dev.kubechat.sandbox.cluster.patch;

import dev.kubechat.sandbox.cluster.object.StatusError;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list of operations, all or none of which take effect.
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6902">RFC 6902</a>
 */
public record JsonPatch(List<Operation> operations) implements Patch {
    public JsonPatch {
        operations = List.copyOf(operations);
    }

    /** One step, on the place a JSON pointer names. */
    public sealed interface Operation {
        record Add(JsonPointer path, JsonNode value) implements Operation {}

        record Remove(JsonPointer path) implements Operation {}

        record Replace(JsonPointer path, JsonNode value) implements Operation {}

        record Move(JsonPointer from, JsonPointer path) implements Operation {}

        record Copy(JsonPointer from, JsonPointer path) implements Operation {}

        record Test(JsonPointer path, JsonNode value) implements Operation {}
    }

    static JsonPatch of(ArrayNode body) {
        var operations = new ArrayList<Operation>();
        body.forEach(json -> operations.add(operation(json)));
        return new JsonPatch(operations);
    }

    @Override
    public ObjectNode applyTo(ObjectNode target) {
        var result = target.deepCopy();
        operations.forEach(operation -> apply(result, operation));
        return result;
    }

    private static Operation operation(JsonNode json) {
        var path = pointer(json.path("path"));
        return switch (json.path("op").asString("")) {
            case "add" -> new Operation.Add(path, value(json));
            case "remove" -> new Operation.Remove(path);
            case "replace" -> new Operation.Replace(path, value(json));
            case "move" -> new Operation.Move(pointer(json.path("from")), path);
            case "copy" -> new Operation.Copy(pointer(json.path("from")), path);
            case "test" ->
                    new Operation.Test(
                            path,
                            json.has("value") ? json.path("value") : MissingNode.getInstance());
            default -> throw StatusError.patchDoesNotApply();
        };
    }

    private static void apply(ObjectNode target, Operation operation) {
        switch (operation) {
            case Operation.Add add -> add(target, add.path(), add.value());
            case Operation.Remove remove -> remove(target, remove.path());
            case Operation.Replace replace -> replace(target, replace.path(), replace.value());
            case Operation.Move move -> {
                var moved = there(target, move.from());
                remove(target, move.from());
                add(target, move.path(), moved);
            }
            case Operation.Copy copy -> add(target, copy.path(), there(target, copy.from()));
            case Operation.Test test -> test(target, test);
        }
    }

    private static void add(ObjectNode target, JsonPointer path, JsonNode value) {
        switch (parent(target, path)) {
            case ObjectNode object ->
                    object.set(path.last().getMatchingProperty(), value.deepCopy());
            case ArrayNode array when path.last().getMatchingProperty().equals("-") ->
                    array.add(value.deepCopy());
            case ArrayNode array -> array.insert(index(path, array.size()), value.deepCopy());
            default -> throw StatusError.patchDoesNotApply();
        }
    }

    private static void remove(ObjectNode target, JsonPointer path) {
        switch (parent(target, path)) {
            case ObjectNode object when object.has(path.last().getMatchingProperty()) ->
                    object.remove(path.last().getMatchingProperty());
            case ArrayNode array -> array.remove(index(path, array.size() - 1));
            default -> throw StatusError.patchDoesNotApply();
        }
    }

    private static void replace(ObjectNode target, JsonPointer path, JsonNode value) {
        there(target, path);
        switch (parent(target, path)) {
            case ObjectNode object ->
                    object.set(path.last().getMatchingProperty(), value.deepCopy());
            case ArrayNode array -> array.set(index(path, array.size() - 1), value.deepCopy());
            default -> throw StatusError.patchDoesNotApply();
        }
    }

    private static void test(ObjectNode target, Operation.Test test) {
        var there = target.at(test.path());
        boolean absent = there.isMissingNode() || there.isNull();
        boolean wantedAbsent = test.value().isMissingNode() || test.value().isNull();
        if (absent && wantedAbsent) {
            return;
        }
        if (absent != wantedAbsent || !same(there, test.value())) {
            throw StatusError.patchDoesNotApply();
        }
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return (one.isNumber() && other.isNumber())
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }

    private static JsonNode there(ObjectNode target, JsonPointer path) {
        var node = target.at(path);
        if (node.isMissingNode()) {
            throw StatusError.patchDoesNotApply();
        }
        return node;
    }

    private static JsonNode parent(ObjectNode target, JsonPointer path) {
        if (path.matches()) {
            throw StatusError.patchDoesNotApply();
        }
        return target.at(path.head());
    }

    private static int index(JsonPointer path, int last) {
        int index = path.last().getMatchingIndex();
        if (index < 0 || index > last) {
            throw StatusError.patchDoesNotApply();
        }
        return index;
    }

    private static JsonNode value(JsonNode json) {
        if (!json.has("value")) {
            throw StatusError.badRequest("error decoding patch: an operation has no value");
        }
        return json.path("value");
    }

    private static JsonPointer pointer(JsonNode text) {
        var path = text.asString("");
        if (!path.startsWith("/")) {
            throw StatusError.patchDoesNotApply();
        }
        return JsonPointer.compile(path);
    }
}
