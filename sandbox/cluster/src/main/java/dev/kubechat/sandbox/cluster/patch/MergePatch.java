package dev.kubechat.sandbox.cluster.patch;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Objects are merged, {@code null} removes, all else replaces.
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396</a>
 */
public record MergePatch(ObjectNode changes) implements Patch {

    @Override
    public ObjectNode applyTo(ObjectNode target) {
        var result = target.deepCopy();
        merge(result, changes);
        return result;
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        changes.properties()
                .forEach(change -> {
                    var name = change.getKey();
                    JsonNode value = change.getValue();
                    if (value.isNull()) {
                        target.remove(name);
                    } else if (value instanceof ObjectNode object) {
                        merge(
                                target.get(name) instanceof ObjectNode there
                                        ? there
                                        : target.putObject(name),
                                object);
                    } else {
                        target.set(name, value.deepCopy());
                    }
                });
    }
}
