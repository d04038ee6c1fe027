package dev.kubechat.execute.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The one request of a step. */
public record Call(String method, ApiPath path, String contentType, String body) {

    /** Applies only while all its tests hold. */
    public static Call patch(ApiPath path, ArrayNode operations) {
        return new Call("PATCH", path, Api.JSON_PATCH, text(operations));
    }

    public static Call delete(ApiPath path, ObjectNode options) {
        return new Call("DELETE", path, Api.JSON, options.toString());
    }

    /** The same without effect. A deletion's own options outdo the query, so they say it too. */
    public Call dry() {
        return new Call(
                method,
                path.with("dryRun", "All"),
                contentType,
                method.equals("DELETE") ? dryOptions() : body);
    }

    private String dryOptions() {
        var options = (ObjectNode) Reply.JSON.readTree(body);
        options.putArray("dryRun").add("All");
        return options.toString();
    }

    /** Letter by letter as the server writes it, since its tests compare letters: {@code <} is an escape to it. */
    public static String text(ArrayNode operations) {
        return CompactJson.inOrder(operations);
    }

    public static ArrayNode operations() {
        return Reply.JSON.createArrayNode();
    }

    public static void test(ArrayNode operations, String pointer, JsonNode value) {
        operation(operations, "test", pointer, value);
    }

    public static void set(ArrayNode operations, String pointer, JsonNode value) {
        operation(operations, "add", pointer, value);
    }

    public static void remove(ArrayNode operations, String pointer) {
        operations.addObject().put("op", "remove").put("path", pointer);
    }

    private static void operation(ArrayNode operations, String op, String pointer, JsonNode value) {
        operations.addObject().put("op", op).put("path", pointer).set("value", value);
    }
}
