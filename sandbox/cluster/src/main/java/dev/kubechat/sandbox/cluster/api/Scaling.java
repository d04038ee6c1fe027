package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.object.FieldError;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.LabelSelector;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The scale subresource: replicas wanted and replicas there, in one form for all that has replicas. */
final class Scaling {
    private static final String VERSION = "autoscaling/v1";

    private final ObjectStore store;

    Scaling(ObjectStore store) {
        this.store = store;
    }

    Reply answer(ResourceType type, Target.Resource target, Call call) {
        return switch (target.verb()) {
            case "get" ->
                    Reply.ok(
                            scaleOf(
                                    store.find(type, target.key())
                                            .orElseThrow(() ->
                                                    StatusError.notFound(type, target.name()))));
            case "update" -> {
                var sent = call.jsonObject("Scale");
                yield change(type, target, call, "UpdateOptions", now -> sent);
            }
            case "patch" -> {
                var patch = Writing.patch(call);
                yield change(type, target, call, "PatchOptions", patch::applyTo);
            }
            default -> throw StatusError.methodNotAllowed();
        };
    }

    private Reply change(
            ResourceType type,
            Target.Resource target,
            Call call,
            String options,
            UnaryOperator<ObjectNode> change) {
        var after =
                store.replace(
                        type,
                        target.key(),
                        before -> {
                            var wanted = change.apply(scaleOf(before));
                            check(type, before, wanted);
                            int replicas = wanted.at("/spec/replicas").asInt(0);
                            return before.edited(
                                    json -> json.withObject("/spec").put("replicas", replicas));
                        },
                        call.effect(options));
        return Reply.ok(scaleOf(after));
    }

    private static void check(ResourceType type, KubeObject before, ObjectNode wanted) {
        var replicas = wanted.at("/spec/replicas");
        if (!replicas.isMissingNode() && !replicas.isInt()) {
            throw StatusError.badRequest(
                    "Scale in version \"v1\" cannot be handled as a Scale: the field spec.replicas"
                            + " must be a whole number");
        }
        checkAbout(before, wanted);
        var name = before.name();
        if (replicas.asInt(0) < 0) {
            throw StatusError.invalid(
                    "Scale",
                    "autoscaling",
                    name,
                    List.of(
                            FieldError.invalid(
                                    "spec.replicas",
                                    replicas.asInt(0),
                                    "must be greater than or equal to 0")));
        }
        var version = wanted.at("/metadata/resourceVersion").asString("");
        if (!version.isEmpty() && !version.equals(before.resourceVersion())) {
            throw StatusError.changedMeanwhile(type, name);
        }
        var uid = wanted.at("/metadata/uid").asString("");
        if (!uid.isEmpty() && !uid.equals(before.uid())) {
            throw StatusError.scaleConflict(
                    type,
                    name,
                    "Precondition failed: UID in precondition: %s, UID in object meta: %s"
                            .formatted(uid, before.uid()));
        }
    }

    /** @throws StatusError 400 for what is no scale, or that of another object */
    private static void checkAbout(KubeObject object, ObjectNode wanted) {
        if (!wanted.path("kind").asString("Scale").equals("Scale")
                || !wanted.path("apiVersion").asString(VERSION).equals(VERSION)) {
            throw StatusError.badRequest(
                    "%s in version \"%s\" cannot be handled as a Scale"
                            .formatted(
                                    wanted.path("kind").asString(""),
                                    wanted.path("apiVersion").asString("")));
        }
        checkSame("name", object.name(), wanted);
        checkSame("namespace", object.namespace(), wanted);
    }

    private static void checkSame(String field, String onUrl, ObjectNode wanted) {
        var sent = wanted.path("metadata").path(field).asString("");
        if (!sent.isEmpty() && !sent.equals(onUrl)) {
            throw StatusError.badRequest(
                    "the %s of the object (%s) does not match the %s on the URL (%s)"
                            .formatted(field, sent, field, onUrl));
        }
    }

    private static ObjectNode scaleOf(KubeObject object) {
        var scale =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", "Scale")
                        .put("apiVersion", VERSION);
        var metadata = scale.putObject("metadata");
        for (var field :
                List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
            metadata.put(field, object.text("/metadata/" + field));
        }
        var spec = scale.putObject("spec");
        var replicas = object.number("/spec/replicas", 0);
        if (replicas != 0) { // a real server leaves a zero out
            spec.put("replicas", replicas);
        }
        scale.putObject("status")
                .put("replicas", object.number("/status/replicas", 0))
                .put("selector", LabelSelector.of(object.at("/spec/selector")).toString());
        return scale;
    }
}
