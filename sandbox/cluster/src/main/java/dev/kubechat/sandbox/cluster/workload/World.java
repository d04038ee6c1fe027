package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.Catalog;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ObjectKey;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.store.Effect;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The cluster as controllers see and change it. */
final class World {
    /** On what the shop opens with: since when its pods run, as they are no younger than it is. */
    static final String BORN = "sandbox.kubechat.dev/born";

    private final ObjectStore store;
    private final Catalog catalog;
    private final InstantSource clock;
    private final EventRecorder events;

    World(ObjectStore store, Catalog catalog, InstantSource clock) {
        this.store = store;
        this.catalog = catalog;
        this.clock = clock;
        this.events = new EventRecorder(store, catalog, this);
    }

    EventRecorder events() {
        return events;
    }

    /** In whole seconds, as objects keep time. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    long revision() {
        return store.revision();
    }

    ResourceType type(String qualifiedName) {
        return catalog.named(qualifiedName);
    }

    Optional<ResourceType> typeOf(String apiVersion, String kind) {
        return catalog.ofKind(apiVersion, kind);
    }

    List<ResourceType> types() {
        return catalog.kept();
    }

    List<KubeObject> list(String qualifiedName) {
        return store.list(type(qualifiedName)).objects();
    }

    List<KubeObject> list(ResourceType type) {
        return store.list(type).objects();
    }

    List<KubeObject> list(String qualifiedName, String namespace) {
        return list(qualifiedName).stream()
                .filter(object -> object.namespace().equals(namespace))
                .toList();
    }

    Optional<KubeObject> find(String qualifiedName, String namespace, String name) {
        return store.find(type(qualifiedName), new ObjectKey(namespace, name));
    }

    boolean isThere(ResourceType type, String namespace, String uid) {
        return list(type).stream()
                .anyMatch(o ->
                        o.uid().equals(uid)
                                && (o.namespace().isEmpty() || o.namespace().equals(namespace)));
    }

    KubeObject create(String qualifiedName, ObjectNode object) {
        return store.create(type(qualifiedName), new KubeObject(object), Effect.KEPT);
    }

    /** Changes what is there now; if it has gone meanwhile, nothing. */
    void change(ResourceType type, KubeObject object, Consumer<ObjectNode> edit) {
        if (store.find(type, object.key())
                .filter(now -> now.uid().equals(object.uid()))
                .isPresent()) {
            store.replace(type, object.key(), now -> now.edited(edit), Effect.KEPT);
        }
    }

    void change(String qualifiedName, KubeObject object, Consumer<ObjectNode> edit) {
        change(type(qualifiedName), object, edit);
    }

    void remove(ResourceType type, KubeObject object) {
        store.remove(type, object.key());
    }

    /** Asks for the end of an object, as a client would: what has finalizers or runs gets time. */
    void delete(ResourceType type, KubeObject object) {
        if (object.isBeingDeleted()) {
            return;
        }
        boolean runs = type.kind().equals("Pod") && !object.text("/spec/nodeName").isEmpty();
        int grace = runs ? object.number("/spec/terminationGracePeriodSeconds", 30) : 0;
        change(
                type,
                object,
                json ->
                        json.withObject("/metadata")
                                .put("deletionTimestamp", now().plusSeconds(grace).toString())
                                .put("deletionGracePeriodSeconds", grace));
    }

    void delete(String qualifiedName, KubeObject object) {
        delete(type(qualifiedName), object);
    }
}
