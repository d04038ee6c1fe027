package dev.kubechat.execute.describe;

import dev.kubechat.execute.describe.Window.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The object to describe, and what may be looked at beside it.
 *
 * @param raw as the server sent it, for sizes and certificates only
 * @param object the same without credentials: whatever is written comes from here
 */
record Subject(JsonNode raw, JsonNode object, boolean showEvents, Window window) {

    static final Resource PODS = new Resource("", "v1", "pods");

    String name() {
        return Values.text(object, "metadata.name");
    }

    /** Empty for what lives in no namespace. */
    String namespace() {
        return Values.text(object, "metadata.namespace");
    }

    String uid() {
        return Values.text(object, "metadata.uid");
    }

    JsonNode labels() {
        return Values.at(object, "metadata.labels");
    }

    JsonNode annotations() {
        return Values.at(object, "metadata.annotations");
    }

    JsonNode at(String path) {
        return Values.at(object, path);
    }

    String text(String path) {
        return Values.text(object, path);
    }

    boolean has(String path) {
        return Values.has(object, path);
    }

    /** Empty or {@code Kind/name}. */
    String controller() {
        return Values.controller(object)
                .map(owner -> Values.text(owner, "kind") + "/" + Values.text(owner, "name"))
                .orElse("");
    }

    List<JsonNode> pods(@Nullable String labelSelector) {
        return window.list(PODS, namespace(), blankIsNone(labelSelector), null);
    }

    private static @Nullable String blankIsNone(@Nullable String selector) {
        return selector == null || selector.isEmpty() ? null : selector;
    }
}
