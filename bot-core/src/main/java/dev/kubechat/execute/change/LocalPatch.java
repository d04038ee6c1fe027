package dev.kubechat.execute.change;

import dev.kubechat.execute.api.ApplyPatch;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.PatchType;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A patch laid over an object of a manifest, without the cluster's help ({@code patch --local}). */
final class LocalPatch {

    // those with a dot whose types kubectl knows
    private static final Set<String> BUILT_IN =
            Set.of(
                    "admissionregistration.k8s.io",
                    "authentication.k8s.io",
                    "authorization.k8s.io",
                    "certificates.k8s.io",
                    "coordination.k8s.io",
                    "discovery.k8s.io",
                    "events.k8s.io",
                    "flowcontrol.apiserver.k8s.io",
                    "networking.k8s.io",
                    "node.k8s.io",
                    "rbac.authorization.k8s.io",
                    "resource.k8s.io",
                    "scheduling.k8s.io",
                    "storage.k8s.io");

    private LocalPatch() {}

    /** @throws No if it does not fit, or cannot be done without the server */
    static JsonNode of(Sight sight, Seen seen, PatchType type, JsonNode patch) {
        return switch (type) {
            case JSON -> JsonOperations.applied(seen.object(), patch);
            case MERGE -> MergePatch.of(seen.object(), object(patch));
            case STRATEGIC -> strategic(sight, seen, object(patch));
        };
    }

    private static ObjectNode object(JsonNode patch) {
        if (patch instanceof ObjectNode fields) {
            return fields;
        }
        throw new No("A patch of this type is an object, like {\"spec\": {\"paused\": true}}.");
    }

    private static JsonNode strategic(Sight sight, Seen seen, ObjectNode patch) {
        if (!isBuiltIn(seen.resource().group())) {
            throw unsupported(seen);
        }
        if (patch.toString().contains("\"$")) {
            throw new No(
                    "Directives like $patch are for the server to follow. Say --dry-run=server in"
                            + " place of --local.");
        }
        return ApplyPatch.merged(sight, seen, patch).orElseThrow(() -> unsupported(seen));
    }

    private static boolean isBuiltIn(String group) {
        return group.indexOf('.') < 0 || BUILT_IN.contains(group);
    }

    private static No unsupported(Seen seen) {
        return No.saying(
                "strategic merge patch is not supported for %s, Kind=%s locally, try --type merge"
                        .formatted(
                                seen.object().path("apiVersion").asString(""),
                                seen.object().path("kind").asString("")));
    }
}
