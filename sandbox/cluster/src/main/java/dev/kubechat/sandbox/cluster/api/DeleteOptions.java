package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.object.FieldError;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import dev.kubechat.sandbox.cluster.store.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How something is to be deleted, from the body and the query of a request; read strictly, as an overlooked precondition deletes. */
record DeleteOptions(
        Effect effect,
        String uid,
        String resourceVersion,
        String propagation,
        int gracePeriodSeconds) {
    private static final int UNSET = -1;
    private static final int LONGEST_GRACE = 86_400;

    static DeleteOptions of(Call call) {
        return of(
                call,
                call.body().isEmpty()
                        ? JsonNodeFactory.instance.objectNode()
                        : call.jsonObject("DeleteOptions"));
    }

    static DeleteOptions of(Call call, JsonNode body) {
        check(body, "preconditions", JsonNode::isObject);
        check(body.path("preconditions"), "uid", JsonNode::isString);
        check(body.path("preconditions"), "resourceVersion", JsonNode::isString);
        check(body, "dryRun", JsonNode::isArray);
        check(body, "gracePeriodSeconds", JsonNode::isIntegralNumber);
        check(body, "propagationPolicy", JsonNode::isString);
        check(body, "orphanDependents", JsonNode::isBoolean);
        var grace =
                body.path("gracePeriodSeconds").asLong(call.number("gracePeriodSeconds", UNSET));
        return new DeleteOptions(
                effect(call, body),
                body.at("/preconditions/uid").asString(""),
                body.at("/preconditions/resourceVersion").asString(""),
                propagation(call, body),
                Math.clamp(grace, UNSET, LONGEST_GRACE));
    }

    private static void check(JsonNode parent, String field, Predicate<JsonNode> isRight) {
        var value = parent.path(field);
        if (!value.isMissingNode() && !value.isNull() && !isRight.test(value)) {
            throw StatusError.badRequest(
                    "DeleteOptions cannot be read: the field %s has a JSON type it must not have"
                            .formatted(field));
        }
    }

    private static Effect effect(Call call, JsonNode body) {
        var effect = call.effect("DeleteOptions");
        var dryRun = body.path("dryRun").values().stream().map(v -> v.asString("")).toList();
        if (dryRun.stream().anyMatch(value -> !value.equals("All"))) {
            throw Call.unsupportedDryRun("DeleteOptions", dryRun);
        }
        return dryRun.isEmpty() ? effect : Effect.DRY_RUN;
    }

    private static String propagation(Call call, JsonNode body) {
        var policy = body.path("propagationPolicy").asString(call.parameter("propagationPolicy"));
        if (!Set.of("", "Background", "Foreground", "Orphan").contains(policy)) {
            throw invalid(
                    FieldError.unsupported(
                            "propagationPolicy",
                            '"' + policy + '"',
                            "\"Foreground\", \"Background\", \"Orphan\", \"nil\""));
        }
        var orphan = body.path("orphanDependents");
        if (orphan.isBoolean() && !policy.isEmpty()) {
            throw invalid(
                    FieldError.invalid(
                            "propagationPolicy",
                            policy,
                            "orphanDependents and deletionPropagation cannot be both set"));
        }
        return orphan.asBoolean(false) ? "Orphan" : policy;
    }

    private static StatusError invalid(FieldError error) {
        return StatusError.invalid("DeleteOptions", "meta.k8s.io", "", List.of(error));
    }

    void checkPreconditions(ResourceType type, KubeObject object) {
        if (!uid.isEmpty() && !uid.equals(object.uid())) {
            throw StatusError.precondition(
                    type,
                    object.name(),
                    "the UID in the precondition (%s) does not match the UID in record (%s). The object might have been deleted and then recreated"
                            .formatted(uid, object.uid()));
        }
        if (!resourceVersion.isEmpty() && !resourceVersion.equals(object.resourceVersion())) {
            throw StatusError.precondition(
                    type,
                    object.name(),
                    "the ResourceVersion in the precondition (%s) does not match the ResourceVersion in record (%s). The object might have been modified"
                            .formatted(resourceVersion, object.resourceVersion()));
        }
    }

    /** Only pods that run somewhere get time to end. */
    int grace(ResourceType type, KubeObject object) {
        if (!type.kind().equals("Pod") || object.text("/spec/nodeName").isEmpty()) {
            return 0;
        }
        boolean over = Set.of("Succeeded", "Failed").contains(object.text("/status/phase"));
        return over
                ? 0
                : gracePeriodSeconds == UNSET
                        ? object.number("/spec/terminationGracePeriodSeconds", 30)
                        : Math.max(0, gracePeriodSeconds);
    }

    Optional<String> finalizer() {
        return switch (propagation) {
            case "Foreground" -> Optional.of("foregroundDeletion");
            case "Orphan" -> Optional.of("orphan");
            default -> Optional.empty();
        };
    }
}
