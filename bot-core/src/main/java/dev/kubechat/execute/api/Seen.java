package dev.kubechat.execute.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One object, as it was seen. */
public record Seen(ApiResource resource, JsonNode object) {

    public String name() {
        return object.path("metadata").path("name").asString("");
    }

    public @Nullable String namespace() {
        return resource.namespaced()
                ? object.path("metadata").path("namespace").asString("")
                : null;
    }

    /** {@code deployment.apps/checkout}. */
    public String called() {
        return resource.qualified() + "/" + name();
    }

    public ApiPath path() {
        return ApiPath.of(resource, namespace()).at(name());
    }
}
