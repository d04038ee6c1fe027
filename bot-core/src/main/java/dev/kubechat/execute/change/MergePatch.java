package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of an object by a JSON merge patch (RFC 7386), without the empty maps that Kubernetes leaves out. */
final class MergePatch {

    private MergePatch() {}

    static ObjectNode of(JsonNode object, JsonNode patch) {
        var merged = (ObjectNode) object.deepCopy();
        merge(merged, patch);
        return merged;
    }

    private static void merge(ObjectNode target, JsonNode patch) {
        patch.properties()
                .forEach(field -> {
                    var name = field.getKey();
                    var value = field.getValue();
                    if (value.isNull()) {
                        target.remove(name);
                    } else if (target.get(name) instanceof ObjectNode there && value.isObject()) {
                        merge(there, value);
                    } else if (value.isObject()) {
                        var made = Reply.JSON.createObjectNode();
                        merge(made, value);
                        // where all of it is taken away, the server makes nothing either
                        if (!made.isEmpty() || value.isEmpty()) {
                            target.set(name, made);
                        }
                    } else {
                        target.set(name, value.deepCopy());
                    }
                });
    }
}
