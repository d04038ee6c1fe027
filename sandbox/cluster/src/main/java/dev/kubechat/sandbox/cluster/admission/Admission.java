package dev.kubechat.sandbox.cluster.admission;

import dev.kubechat.sandbox.cluster.object.Catalog;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ObjectKey;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** The door every object that a client sends goes through before it is stored. */
public final class Admission {
    private static final List<String> GIVEN_BY_SERVER =
            List.of(
                    "uid",
                    "resourceVersion",
                    "generation",
                    "selfLink",
                    "deletionTimestamp",
                    "deletionGracePeriodSeconds",
                    "managedFields");
    private static final Set<String> NOT_ENFORCED = Set.of("ResourceQuota", "LimitRange");

    private static final String NAMESPACE_MISMATCH =
            "the namespace of the provided object does not match the namespace sent on the request";

    private final ObjectStore store;
    private final ResourceType namespaces;

    public Admission(ObjectStore store, Catalog catalog) {
        this.store = store;
        this.namespaces = catalog.named("namespaces");
    }

    /** @throws StatusError for what a server would not take, and for what the stage set could only pretend to honour */
    public KubeObject admitNew(ResourceType type, ObjectNode sent, String namespace) {
        if (NOT_ENFORCED.contains(type.kind())) {
            throw StatusError.notOnStage(
                    "This in-process cluster does not enforce a %s, so it takes none."
                            .formatted(type.kind()));
        }
        checkKind(type, sent);
        Shape.check(type, sent);
        var object =
                readable(
                        type,
                        () -> new KubeObject(sent).edited(json -> prepare(type, json, namespace)));
        if (type.namespaced()) {
            checkNamespace(type, object);
        }
        Validation.checkNew(type, object);
        return object;
    }

    /** @throws StatusError for a change a server would not take */
    public KubeObject admitChange(ResourceType type, KubeObject before, KubeObject after) {
        checkKind(type, after.json());
        Shape.check(type, after.json());
        if (!after.name().equals(before.name())) {
            throw StatusError.badRequest(
                    "the name of the object (%s) does not match the name on the URL (%s)"
                            .formatted(after.name(), before.name()));
        }
        if (!after.namespace().equals(before.namespace())) {
            throw StatusError.badRequest(NAMESPACE_MISMATCH);
        }
        if (!after.resourceVersion().isEmpty()
                && !after.resourceVersion().equals(before.resourceVersion())) {
            throw StatusError.changedMeanwhile(type, before.name());
        }
        var whole =
                readable(
                        type,
                        () ->
                                after.edited(json -> {
                                    keepFromServer(json, before);
                                    Defaults.fillIn(type.kind(), json);
                                }));
        Validation.checkChange(type, before, whole);
        return whole;
    }

    /** Fills in what a server would, for objects that controllers make. */
    public static void complete(String kind, ObjectNode object) {
        Defaults.fillIn(kind, object);
    }

    /** Defaults meet fields that {@link Shape} does not know; if one has a type it cannot have, so does the object. */
    private static KubeObject readable(ResourceType type, Supplier<KubeObject> reading) {
        try {
            return reading.get();
        } catch (ClassCastException | JacksonException e) {
            throw StatusError.badRequest(
                    "%s in version \"%s\" cannot be handled as a %s: a field has a JSON type it must not have"
                            .formatted(type.kind(), type.groupVersion().version(), type.kind()));
        }
    }

    private void checkNamespace(ResourceType type, KubeObject object) {
        var namespace =
                store.find(namespaces, new ObjectKey("", object.namespace()))
                        .orElseThrow(() -> StatusError.notFound(namespaces, object.namespace()));
        if (namespace.isBeingDeleted()) {
            throw StatusError.forbidden(
                    type.qualifiedName(),
                    object.name(),
                    "unable to create new content in namespace %s because it is being terminated"
                            .formatted(object.namespace()));
        }
    }

    private static void prepare(ResourceType type, ObjectNode json, String namespace) {
        json.put("apiVersion", type.groupVersion().toString()).put("kind", type.kind());
        var metadata = json.withObject("/metadata");
        metadata.remove(GIVEN_BY_SERVER);
        metadata.remove("creationTimestamp");
        if (type.namespaced()) {
            var own = metadata.path("namespace").asString(namespace);
            if (!own.equals(namespace)) {
                throw StatusError.badRequest(NAMESPACE_MISMATCH);
            }
            metadata.put("namespace", namespace);
        } else {
            metadata.remove("namespace");
        }
        var generateName = metadata.path("generateName").asString("");
        if (metadata.path("name").asString("").isEmpty() && !generateName.isEmpty()) {
            metadata.put(
                    "name", generateName + Dispersal.letters(generateName + System.nanoTime(), 5));
        }
        if (!Set.of("Namespace", "Node", "PersistentVolume", "Event", "HorizontalPodAutoscaler")
                .contains(type.kind())) {
            json.remove("status");
        }
        Defaults.fillIn(type.kind(), json);
    }

    private static void keepFromServer(ObjectNode json, KubeObject before) {
        var metadata = json.withObject("/metadata");
        for (var field : GIVEN_BY_SERVER) {
            var known = before.at("/metadata/" + field);
            if (field.equals("uid") && metadata.has("uid")) {
                continue;
            }
            if (known.isMissingNode()) {
                metadata.remove(field);
            } else {
                metadata.set(field, known);
            }
        }
        if (!metadata.has("creationTimestamp")) {
            metadata.set("creationTimestamp", before.at("/metadata/creationTimestamp"));
        }
    }

    private static void checkKind(ResourceType type, ObjectNode sent) {
        var kind = sent.path("kind").asString(type.kind());
        var apiVersion = sent.path("apiVersion").asString(type.groupVersion().toString());
        if (!kind.equals(type.kind()) || !apiVersion.equals(type.groupVersion().toString())) {
            var version = apiVersion.substring(apiVersion.indexOf('/') + 1);
            throw StatusError.badRequest(
                    "%s in version \"%s\" cannot be handled as a %s: the URL is one of %s %s"
                            .formatted(
                                    kind,
                                    version,
                                    type.kind(),
                                    type.groupVersion(),
                                    type.plural()));
        }
    }
}
