package dev.kubechat.execute;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One object, as it was seen. */
record Seen(ApiResource resource, JsonNode object) {

    String name() {
        return object.path("metadata").path("name").asString("");
    }

    @Nullable String namespace() {
        return resource.namespaced()
                ? object.path("metadata").path("namespace").asString("")
                : null;
    }

    /** {@code deployment.apps/checkout}. */
    String called() {
        return resource.qualified() + "/" + name();
    }

    ApiPath path() {
        return ApiPath.of(resource, namespace()).at(name());
    }
}
