package dev.kubechat.execute;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of an object by a JSON merge patch (RFC 7386). */
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
                    } else if (value.isObject()) {
                        var there =
                                target.get(name) instanceof ObjectNode node
                                        ? node
                                        : target.putObject(name);
                        merge(there, value);
                    } else {
                        target.set(name, value.deepCopy());
                    }
                });
    }
}
