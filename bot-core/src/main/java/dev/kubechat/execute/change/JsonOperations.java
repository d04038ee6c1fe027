package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Sight.No;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON patch (RFC 6902), done here. */
final class JsonOperations {

    private static final int MOST = 500;
    private static final int MOST_COPIED = 1024 * 1024;

    private JsonNode document;
    private int copied;

    private JsonOperations(JsonNode document) {
        this.document = document;
    }

    /** @throws No if it is none, or does not fit */
    static JsonNode applied(JsonNode object, JsonNode patch) {
        if (!patch.isArray() || patch.size() > MOST) {
            throw new No(
                    "A JSON patch is a list of operations, like [{\"op\": \"replace\", \"path\":"
                            + " \"/spec/replicas\", \"value\": 2}].");
        }
        var operations = new JsonOperations(object.deepCopy());
        patch.forEach(operations::apply);
        return operations.document;
    }

    private void apply(JsonNode operation) {
        var op = operation.path("op").asString("");
        var path = operation.path("path").asString("");
        var value = operation.path("value");
        if (value.isMissingNode() && List.of("add", "replace").contains(op)) {
            throw No.saying("error in %s for path: '%s': it has no value".formatted(op, path));
        }
        switch (op) {
            case "add" -> add(path, value);
            case "remove" -> remove(op, path);
            // kubectl sets what is not there, too
            case "replace" -> replace(path, value);
            case "move" -> add(path, remove(op, operation.path("from").asString("")));
            case "copy" -> add(path, copy(found(op, operation.path("from").asString(""))));
            case "test" -> {
                if (!at(path).equals(value)) {
                    throw No.saying("testing value %s failed: test failed".formatted(path));
                }
            }
            default -> throw No.saying("Unexpected kind: " + op);
        }
    }

    // what copies itself into itself doubles each time
    private JsonNode copy(JsonNode value) {
        copied += value.toString().length();
        if (copied > MOST_COPIED) {
            throw new No("The patch copies more than 1 MiB. Write less of it.");
        }
        return value.deepCopy();
    }

    private void replace(String path, JsonNode value) {
        var parent = at(parent(path));
        if (parent instanceof ArrayNode list) {
            list.set(index("replace", path, list.size() - 1), value);
        } else {
            add(path, value);
        }
    }

    private void add(String path, JsonNode value) {
        switch (at(parent(path))) {
            case ObjectNode object -> object.set(name(path), value);
            case ArrayNode list -> list.insert(index("add", path, list.size()), value);
            default -> throw missing("add", path);
        }
    }

    private JsonNode remove(String op, String path) {
        found(op, path);
        return switch (at(parent(path))) {
            case ObjectNode object -> object.remove(name(path));
            case ArrayNode list -> list.remove(index(op, path, list.size() - 1));
            default -> throw missing(op, path);
        };
    }

    private JsonNode found(String op, String path) {
        var found = at(path);
        if (path.isEmpty() || found.isMissingNode()) {
            throw missing(op, path);
        }
        return found;
    }

    private static No missing(String op, String path) {
        return No.saying(
                "error in %s for path: '%s': Unable to %s nonexistent key: %s: missing value"
                        .formatted(op, path, op, path.isEmpty() ? "" : name(path)));
    }

    private static int index(String op, String path, int most) {
        var name = name(path);
        if (name.equals("-")) {
            return most;
        }
        var index = name.matches("[0-9]{1,6}") ? Integer.parseInt(name) : -1;
        if (index < 0 || index > most) {
            throw missing(op, path);
        }
        return index;
    }

    private JsonNode at(String path) {
        var node = document;
        for (var name : names(path)) {
            node =
                    node.isArray()
                            ? node.path(name.matches("[0-9]{1,6}") ? Integer.parseInt(name) : -1)
                            : node.path(name);
        }
        return node;
    }

    private static List<String> names(String path) {
        var names = new ArrayList<String>();
        if (path.startsWith("/")) {
            for (var name : path.substring(1).split("/", -1)) {
                names.add(name.replace("~1", "/").replace("~0", "~"));
            }
        }
        return names;
    }

    private static String parent(String path) {
        var slash = path.lastIndexOf('/');
        if (!path.startsWith("/")) {
            throw missing("find", "");
        }
        return path.substring(0, slash);
    }

    private static String name(String path) {
        return names(path).getLast();
    }
}
