package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ObjectKey;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import dev.kubechat.sandbox.cluster.store.Listing;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;

/** Answers delete and deletecollection. What an object owns is removed or left by the garbage collector, later. */
final class Deleting {
    private static final Set<String> PROTECTED_NAMESPACES =
            Set.of("default", "kube-system", "kube-public");

    private final ObjectStore store;
    private final InstantSource clock;

    Deleting(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    Reply delete(ResourceType type, Target.Resource target, Call call) {
        if (type.kind().equals("Namespace") && PROTECTED_NAMESPACES.contains(target.name())) {
            throw StatusError.forbidden(
                    type.qualifiedName(), target.name(), "this namespace may not be deleted");
        }
        var options = DeleteOptions.of(call);
        var after = delete(type, target.key(), options);
        return Reply.ok(
                ObjectStore.isAtItsEnd(after)
                        ? success(type, after)
                        : View.of(call, clock).one(Versions.toClient(after, type), type));
    }

    KubeObject delete(ResourceType type, ObjectKey key, DeleteOptions options) {
        return store.replace(
                type,
                key,
                object -> {
                    options.checkPreconditions(type, object);
                    return marked(type, object, options);
                },
                options.effect());
    }

    Reply deleteCollection(ResourceType type, Target.Resource target, Call call) {
        var options = DeleteOptions.of(call);
        var selection = Selection.of(type, target, call);
        var doomed = store.list(type).objects().stream().filter(selection::holds).toList();
        doomed.forEach(object -> deleteIfThere(type, object, options));
        var list =
                new Listing(
                        store.revision(),
                        doomed.stream().map(object -> Versions.toClient(object, type)).toList());
        return Reply.ok(View.of(call, clock).list(list, type));
    }

    private void deleteIfThere(ResourceType type, KubeObject listed, DeleteOptions options) {
        try {
            delete(type, listed.key(), options);
        } catch (StatusError e) {
            if (e.code() != 404) {
                throw e;
            }
        }
    }

    /** The object as one that is to go; the store ends it at once if nothing holds it. */
    private KubeObject marked(ResourceType type, KubeObject object, DeleteOptions options) {
        return object.edited(json -> {
            var metadata = json.withObject("/metadata");
            int grace = options.grace(type, object);
            if (!object.isBeingDeleted()
                    || grace < object.number("/metadata/deletionGracePeriodSeconds", 0)) {
                metadata.put(
                        "deletionTimestamp",
                        clock.instant()
                                .plusSeconds(grace)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
                metadata.put("deletionGracePeriodSeconds", grace);
            }
            options.finalizer()
                    .ifPresent(finalizer -> {
                        var finalizers = metadata.withArray("/finalizers");
                        if (finalizers.values().stream()
                                .noneMatch(f -> f.asString("").equals(finalizer))) {
                            finalizers.add(finalizer);
                        }
                    });
            if (type.kind().equals("Namespace")) {
                json.withObject("/status").put("phase", "Terminating");
            }
        });
    }

    private static tools.jackson.databind.node.ObjectNode success(
            ResourceType type, KubeObject gone) {
        var status =
                JsonNodeFactory.instance.objectNode().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        var details = status.put("status", "Success").putObject("details").put("name", gone.name());
        if (!type.group().isEmpty()) {
            details.put("group", type.group());
        }
        details.put("kind", type.plural()).put("uid", gone.uid());
        return status;
    }
}
