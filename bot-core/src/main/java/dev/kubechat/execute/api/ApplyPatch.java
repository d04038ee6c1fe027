package dev.kubechat.execute.api;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What applying a manifest by the client sends to an object that is there: the way from what it is to what it becomes. */
public final class ApplyPatch {

    private static final String KIND = "x-kubernetes-group-version-kind";

    private ApplyPatch() {}

    /** Without the note of what was applied; a JSON merge patch. */
    public static ObjectNode of(Sight sight, ManifestObject target, ObjectNode live) {
        var wanted = target.wanted().deepCopy();
        // annotations are always said, even where there are none, as kubectl does it
        wanted.withObject("metadata").withObject("annotations").remove(ManifestObject.APPLIED);
        return patch(sight, target, live, wanted);
    }

    /** With the note of what was applied. */
    public static ObjectNode noted(Sight sight, ManifestObject target, ObjectNode live) {
        return patch(sight, target, live, target.noted());
    }

    /** The object with a strategic merge patch laid over it, by the keys that the server's document names; empty where it names no such type. */
    public static Optional<ObjectNode> merged(Sight sight, Seen seen, ObjectNode patch) {
        var document = document(sight, seen.resource());
        var schema = schema(document, seen.object());
        return schema.isMissingNode()
                ? Optional.empty()
                : Optional.of(
                        new ThreeWayMerge(document)
                                .merged(
                                        MissingNode.getInstance(),
                                        patch,
                                        (ObjectNode) seen.object(),
                                        schema));
    }

    /**
     * Whether others have set what the patch sets, to something else, since the object was applied last. Custom resources have no
     * conflicts, as kubectl knows no types of theirs.
     */
    public static boolean conflicts(
            Sight sight, ManifestObject target, ObjectNode live, ObjectNode patch) {
        if (schema(document(sight, target.resource()), target.wanted()).isMissingNode()
                || isCustom(target.resource())) {
            return false;
        }
        var before =
                original(live) instanceof ObjectNode applied
                        ? applied
                        : Reply.JSON.createObjectNode();
        return ThreeWayMerge.conflict(patch, ThreeWayMerge.patch(before, live));
    }

    private static boolean isCustom(ApiResource resource) {
        return resource.group().contains(".") && !resource.group().endsWith(".k8s.io");
    }

    private static ObjectNode patch(
            Sight sight, ManifestObject target, ObjectNode live, ObjectNode wanted) {
        var document = document(sight, target.resource());
        var merged =
                new ThreeWayMerge(document)
                        .merged(original(live), wanted, live, schema(document, wanted));
        return ThreeWayMerge.patch(live, merged);
    }

    private static JsonNode original(ObjectNode live) {
        var applied = applied(live);
        try {
            return applied == null ? MissingNode.getInstance() : Reply.JSON.readTree(applied);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** What was applied last; null for nothing. */
    public static @Nullable String applied(JsonNode live) {
        var applied =
                live.path("metadata").path("annotations").path(ManifestObject.APPLIED).asString("");
        return applied.isEmpty() ? null : applied;
    }

    // custom resources have no keys to merge lists by, so theirs are replaced
    private static JsonNode document(Sight sight, ApiResource resource) {
        var root = new ApiPath("/openapi/v3");
        var path =
                resource.group().isEmpty()
                        ? root.at("api").at(resource.version())
                        : root.at("apis").at(resource.group()).at(resource.version());
        var reply = sight.itself().any(path);
        return reply.ok() ? reply.json() : MissingNode.getInstance();
    }

    private static JsonNode schema(JsonNode document, JsonNode wanted) {
        var apiVersion = wanted.path("apiVersion").asString("");
        for (Map.Entry<String, JsonNode> schema :
                document.path("components").path("schemas").properties()) {
            for (var kind : schema.getValue().path(KIND)) {
                var group = kind.path("group").asString("");
                var version = kind.path("version").asString("");
                if (kind.path("kind").asString("").equals(wanted.path("kind").asString(""))
                        && apiVersion.equals(group.isEmpty() ? version : group + "/" + version)) {
                    return schema.getValue();
                }
            }
        }
        return MissingNode.getInstance();
    }
}
