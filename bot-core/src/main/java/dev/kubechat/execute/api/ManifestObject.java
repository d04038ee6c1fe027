package dev.kubechat.execute.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One object that a manifest asks for.
 *
 * @param namespace null where its type has none
 * @param wanted whole, its namespace filled in
 * @param file the name of the manifest
 */
public record ManifestObject(
        ApiResource resource, @Nullable String namespace, ObjectNode wanted, String file) {

    /** Where kubectl, and the server by its side, keep what was applied last. */
    public static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    /** The field of that note, as people read it. */
    public static final String NOTE = "metadata.annotations[%s]".formatted(APPLIED);

    /** A copy without that note, which says nothing that the rest does not. */
    public static JsonNode bare(JsonNode object) {
        var bare = object.deepCopy();
        if (bare.path("metadata") instanceof ObjectNode metadata
                && metadata.path("annotations") instanceof ObjectNode annotations) {
            annotations.remove(APPLIED);
            if (annotations.isEmpty()) {
                metadata.remove("annotations");
            }
        }
        return bare;
    }

    /** Empty where the server is to make one up. */
    public String name() {
        return Pods.name(wanted);
    }

    /** As kubectl calls it: {@code deployment.apps/checkout}. */
    public String called() {
        return resource.qualified() + "/" + name();
    }

    public ApiPath path() {
        return ApiPath.of(resource, namespace).at(name());
    }

    /** How it is now; null if it is not there. */
    public @Nullable ObjectNode live(Sight sight) {
        var reply = sight.api().get(path());
        sight.warned(reply);
        return reply.code() == 404 ? null : (ObjectNode) sight.answer(reply);
    }

    /** The manifest as kubectl notes it on the object: without that note, on one line, its fields sorted. */
    String config() {
        var bare = wanted.deepCopy();
        bare.withObject("metadata").withObject("annotations").remove(APPLIED);
        return CompactJson.sorted(bare) + "\n";
    }

    /** The manifest with that note on it. */
    public ObjectNode noted() {
        var noted = wanted.deepCopy();
        noted.withObject("metadata").withObject("annotations").put(APPLIED, config());
        return noted;
    }

    public static boolean isNoted(JsonNode object) {
        return !object.path("metadata").path("annotations").path(APPLIED).asString("").isEmpty();
    }
}
