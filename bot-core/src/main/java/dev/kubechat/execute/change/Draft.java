package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Reply;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** New objects as kubectl itself writes them, their fields in the order in which Kubernetes does. */
final class Draft {

    private Draft() {}

    /** @param namespace null for none */
    static ObjectNode of(String apiVersion, String kind, String name, @Nullable String namespace) {
        var object = Reply.JSON.createObjectNode().put("kind", kind).put("apiVersion", apiVersion);
        var metadata = object.putObject("metadata").put("name", name);
        if (namespace != null) {
            metadata.put("namespace", namespace);
        }
        return object;
    }

    static ObjectNode metadata(ObjectNode object) {
        return (ObjectNode) object.path("metadata");
    }

    /** Labels, annotations and the like; nothing where there are none. */
    static void put(ObjectNode owner, String field, Map<String, String> values) {
        if (!values.isEmpty()) {
            var node = owner.putObject(field);
            values.forEach(node::put);
        }
    }

    /** Nothing where there are none. */
    static void put(ObjectNode owner, String field, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(owner.putArray(field)::add);
        }
    }

    /** Nothing where there is none. */
    static void put(ObjectNode owner, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            owner.put(field, value);
        }
    }

    /** A number where it looks like one, as Kubernetes reads ports and shares. */
    static void putNumberOrText(ObjectNode owner, String field, String value) {
        if (value.matches("[+-]?[0-9]{1,9}")) {
            owner.put(field, Integer.parseInt(value));
        } else {
            owner.put(field, value);
        }
    }

    /** A container without limits. */
    static ObjectNode container(
            ArrayNode containers, String name, String image, List<String> program) {
        var container = containers.addObject().put("name", name).put("image", image);
        put(container, "command", program);
        return container;
    }
}
