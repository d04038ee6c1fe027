package dev.kubechat.execute.read;

import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.read.GetSearch.Found;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects of an answer, each with its type, which the items of a list do not bear. */
final class GetObjects {

    private GetObjects() {}

    static List<ObjectNode> of(Found found) {
        var objects = new ArrayList<ObjectNode>();
        if (found.body().path("items") instanceof ArrayNode items) {
            var kind = found.body().path("kind").asString("").replaceAll("List$", "");
            var version = found.body().path("apiVersion").asString("");
            for (var item : items) {
                objects.add(
                        typed(
                                item,
                                kind.isEmpty() ? found.resource().kind() : kind,
                                version.isEmpty() ? found.resource().apiVersion() : version));
            }
        } else if (found.body() instanceof ObjectNode object) {
            objects.add(typed(object, found.resource().kind(), found.resource().apiVersion()));
        }
        return objects;
    }

    private static ObjectNode typed(JsonNode object, String kind, String version) {
        var typed =
                object instanceof ObjectNode known
                        ? known
                        : Reply.JSON.createObjectNode().set("value", object);
        if (!typed.has("kind")) {
            typed.put("kind", kind);
        }
        if (!typed.has("apiVersion")) {
            typed.put("apiVersion", version);
        }
        return typed;
    }
}
