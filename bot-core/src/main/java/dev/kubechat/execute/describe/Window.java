package dev.kubechat.execute.describe;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a description may look at: the cluster as the person who asks sees it, and the clock. */
public interface Window {

    /** A resource of the API at one version. */
    record Resource(String group, String version, String plural) {}

    /** @throws NotShown if the server refuses it, or has no such object */
    JsonNode get(Resource resource, @Nullable String namespace, String name);

    /**
     * All items, page by page.
     *
     * @param namespace null for all namespaces
     * @throws NotShown if the server refuses it
     */
    List<JsonNode> list(
            Resource resource,
            @Nullable String namespace,
            @Nullable String labelSelector,
            @Nullable String fieldSelector);

    /** The same without credentials (P9). */
    JsonNode masked(JsonNode object);

    /** How long ago that was, like {@code 3m20s}; {@code <unknown>} where it is no time. */
    String since(String timestamp);

    /** Like {@code 3m20s}. */
    String human(Duration duration);

    /** Where times are told. */
    ZoneId zone();
}
