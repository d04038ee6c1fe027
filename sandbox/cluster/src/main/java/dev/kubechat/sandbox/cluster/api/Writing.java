package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.admission.Admission;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import dev.kubechat.sandbox.cluster.patch.Patch;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Answers create, update and patch, of objects and of their status. */
final class Writing {
    private static final String UNCHECKED =
            "This in-process cluster does not look for unknown fields, so fieldValidation=Strict"
                    + " checks nothing here.";

    private final ObjectStore store;
    private final Admission admission;
    private final InstantSource clock;

    Writing(ObjectStore store, Admission admission, InstantSource clock) {
        this.store = store;
        this.admission = admission;
        this.clock = clock;
    }

    Reply create(ResourceType type, Target.Resource target, Call call) {
        var view = View.of(call, clock);
        var effect = call.effect("CreateOptions");
        var sent = Versions.toKept(new KubeObject(call.jsonObject(type.kind())), type);
        var object = admission.admitNew(keptAs(type, sent), sent.json(), target.namespace());
        var created = store.create(type, object, effect);
        return warned(call, Reply.json(201, view.one(Versions.toClient(created, type), type)));
    }

    Reply update(ResourceType type, Target.Resource target, Call call) {
        var sent = call.jsonObject(type.kind());
        if (sent.at("/metadata/name").asString("").isEmpty()) {
            throw StatusError.badRequest(
                    "the name of the object (%s based on URL) was undeterminable: name must be provided"
                            .formatted(target.name()));
        }
        if (!sent.at("/metadata/name").asString(target.name()).equals(target.name())) {
            throw StatusError.badRequest(
                    "the name of the object (%s) does not match the name on the URL (%s)"
                            .formatted(sent.at("/metadata/name").asString(""), target.name()));
        }
        return change(type, target, call, "UpdateOptions", before -> new KubeObject(sent));
    }

    Reply patch(ResourceType type, Target.Resource target, Call call) {
        var patch = patch(call);
        return change(
                type,
                target,
                call,
                "PatchOptions",
                before -> new KubeObject(patch.applyTo(before.json())));
    }

    static Patch patch(Call call) {
        return Patch.of(call.contentType(), call.patchBody());
    }

    private Reply change(
            ResourceType type,
            Target.Resource target,
            Call call,
            String options,
            UnaryOperator<KubeObject> change) {
        var view = View.of(call, clock);
        var part = target.subresource().isEmpty() ? Part.ALL_BUT_STATUS : Part.STATUS;
        var after =
                store.replace(
                        type,
                        target.key(),
                        before -> {
                            var wanted =
                                    Versions.toKept(
                                            change.apply(Versions.toClient(before, type)), type);
                            return admission.admitChange(
                                    keptAs(type, wanted), before, part.taken(before, wanted));
                        },
                        call.effect(options));
        return warned(call, Reply.ok(view.one(Versions.toClient(after, type), type)));
    }

    /** Which half of an object a request may change: clients write the spec, controllers the status. */
    private enum Part {
        ALL_BUT_STATUS,
        STATUS;

        KubeObject taken(KubeObject before, KubeObject wanted) {
            return switch (this) {
                case ALL_BUT_STATUS -> wanted.edited(json -> copy(before.json(), json, "status"));
                case STATUS ->
                        before.edited(json -> {
                            copy(wanted.json(), json, "status");
                            if (wanted.at("/metadata").isObject()) {
                                json.withObject("/metadata")
                                        .put("resourceVersion", wanted.resourceVersion());
                            }
                        });
            };
        }

        private static void copy(ObjectNode from, ObjectNode to, String field) {
            var value = from.get(field);
            if (value == null) {
                to.remove(field);
            } else {
                to.set(field, value);
            }
        }
    }

    /** Admission checks the kind as it is kept; for a kind with two versions that is not always the one of the URL. */
    private static ResourceType keptAs(ResourceType type, KubeObject object) {
        return switch (type.groupVersion().toString()) {
            case "events.k8s.io/v1", "autoscaling/v1" ->
                    new ResourceType(
                            dev.kubechat.sandbox.cluster.object.GroupVersion.parse(
                                    object.apiVersion()),
                            type.discovery(),
                            type.subresources(),
                            type.columns());
            default -> type;
        };
    }

    private static Reply warned(Call call, Reply.Whole reply) {
        return call.parameter("fieldValidation").equals("Strict")
                ? reply.warning(UNCHECKED)
                : reply;
    }
}
