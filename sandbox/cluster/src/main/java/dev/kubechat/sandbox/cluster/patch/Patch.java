package dev.kubechat.sandbox.cluster.patch;

import dev.kubechat.sandbox.cluster.object.StatusError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A change to an object, as a client sent it. */
public sealed interface Patch permits JsonPatch, MergePatch, StrategicMergePatch {

    /** A changed copy; {@code target} stays as it is. */
    ObjectNode applyTo(ObjectNode target);

    /** @throws StatusError 400, 415 or 501 for what is no patch or none the stage set reads */
    static Patch of(String contentType, JsonNode body) {
        return switch (contentType) {
            case "application/json-patch+json" -> {
                if (body instanceof ArrayNode operations) {
                    yield JsonPatch.of(operations);
                }
                throw StatusError.badRequest(
                        "error decoding patch: json: cannot unmarshal object into Go value of type"
                                + " jsonpatch.Patch");
            }
            case "application/merge-patch+json" -> new MergePatch(object(body));
            case "application/strategic-merge-patch+json" -> new StrategicMergePatch(object(body));
            case "application/apply-patch+yaml", "application/apply-patch+cbor" ->
                    throw StatusError.notOnStage(
                            "This in-process cluster keeps no field managers, so it refuses"
                                + " server-side apply; send a merge patch or an update instead.");
            default -> throw StatusError.unsupportedMediaType("415: Unsupported Media Type");
        };
    }

    private static ObjectNode object(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw StatusError.badRequest("error decoding patch: the body must be a JSON object");
    }
}
