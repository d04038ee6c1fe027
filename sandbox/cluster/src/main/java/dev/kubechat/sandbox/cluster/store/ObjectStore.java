package dev.kubechat.sandbox.cluster.store;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ObjectKey;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What etcd is to a real cluster: one counter of revisions, each write atomic, each change told to the watches. It gives objects
 * their uid, resourceVersion, creationTimestamp and generation, and ends those whose last finalizer goes. It checks no content.
 */
public final class ObjectStore {
    private static final int REMEMBERED_CHANGES = 4_000;

    private final InstantSource clock;
    private final Map<String, NavigableMap<ObjectKey, KubeObject>> shelves = new HashMap<>();
    private final Deque<Change> history = new ArrayDeque<>();
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private long revision = 1;
    private long forgottenUpTo = 1;

    public ObjectStore(InstantSource clock) {
        this.clock = clock;
    }

    /** @param listener called within each write, so it must be quick and must not write */
    public void onChange(Consumer<Change> listener) {
        listeners.add(listener);
    }

    public synchronized long revision() {
        return revision;
    }

    public synchronized Optional<KubeObject> find(ResourceType type, ObjectKey key) {
        return Optional.ofNullable(shelf(type.shelf()).get(key));
    }

    public synchronized Listing list(ResourceType type) {
        return new Listing(revision, List.copyOf(shelf(type.shelf()).values()));
    }

    /** Every object there is, by type. */
    public synchronized Map<String, Collection<KubeObject>> everything() {
        var all = new TreeMap<String, Collection<KubeObject>>();
        shelves.forEach((shelf, objects) -> all.put(shelf, List.copyOf(objects.values())));
        return all;
    }

    /** Puts objects as they were saved, uids and versions included; nobody is told. */
    public synchronized void restore(long savedRevision, Map<String, Collection<KubeObject>> all) {
        all.forEach((shelf, objects) ->
                objects.forEach(object -> shelf(shelf).put(object.key(), object)));
        revision = savedRevision;
        forgottenUpTo = savedRevision;
    }

    public synchronized KubeObject create(ResourceType type, KubeObject object, Effect effect) {
        if (shelf(type.shelf()).containsKey(object.key())) {
            throw StatusError.alreadyExists(type, object.name());
        }
        var born =
                object.edited(json -> {
                    var metadata = json.withObject("/metadata");
                    metadata.put("uid", UUID.randomUUID().toString());
                    if (!metadata.path("creationTimestamp").isString()) {
                        metadata.put(
                                "creationTimestamp",
                                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
                    }
                    if (type.countsGenerations()) {
                        metadata.put("generation", 1);
                    }
                });
        return effect == Effect.DRY_RUN ? born : put(type, born, Optional.empty());
    }

    /**
     * Replaces an object by what {@code change} makes of it, all within one write. A change that changes nothing is no write.
     * @throws StatusError 404 if there is no such object, or what {@code change} throws
     */
    public synchronized KubeObject replace(
            ResourceType type, ObjectKey key, UnaryOperator<KubeObject> change, Effect effect) {
        var before = find(type, key).orElseThrow(() -> StatusError.notFound(type, key.name()));
        var after = change.apply(before);
        if (after.json().equals(before.json())) {
            return before;
        }
        if (type.countsGenerations() && !specOf(after).equals(specOf(before))) {
            after =
                    after.edited(json ->
                            json.withObject("/metadata")
                                    .put(
                                            "generation",
                                            before.number("/metadata/generation", 0) + 1));
        }
        if (effect == Effect.DRY_RUN) {
            return after;
        }
        return isAtItsEnd(after) ? take(type, after) : put(type, after, Optional.of(before));
    }

    /** Removes an object at once. */
    public synchronized Optional<KubeObject> remove(ResourceType type, ObjectKey key) {
        return find(type, key).map(object -> take(type, object));
    }

    /** @throws StatusError 410 if changes since {@code since} are no longer remembered */
    public synchronized Watch watch(ResourceType type, long since) {
        if (since < forgottenUpTo) {
            throw StatusError.expired(
                    "too old resource version: %d (%d)".formatted(since, forgottenUpTo));
        }
        var watch = new Watch(type.shelf(), this);
        history.stream().filter(change -> change.revision() > since).forEach(watch::offer);
        watches.add(watch);
        return watch;
    }

    /** Lets every open watch end. */
    public void endWatches() {
        watches.forEach(Watch::wakeUp);
    }

    void forget(Watch watch) {
        watches.remove(watch);
    }

    private KubeObject put(ResourceType type, KubeObject object, Optional<KubeObject> before) {
        var kept = stamped(object);
        shelf(type.shelf()).put(kept.key(), kept);
        tell(
                new Change(
                        type.shelf(),
                        before.isPresent() ? Change.Kind.MODIFIED : Change.Kind.ADDED,
                        kept,
                        before,
                        revision));
        return kept;
    }

    private KubeObject take(ResourceType type, KubeObject object) {
        var gone = stamped(object);
        shelf(type.shelf()).remove(gone.key());
        tell(new Change(type.shelf(), Change.Kind.DELETED, gone, Optional.of(object), revision));
        return gone;
    }

    private KubeObject stamped(KubeObject object) {
        revision++;
        return object.edited(json ->
                json.withObject("/metadata").put("resourceVersion", Long.toString(revision)));
    }

    private void tell(Change change) {
        history.addLast(change);
        if (history.size() > REMEMBERED_CHANGES) {
            forgottenUpTo = history.removeFirst().revision();
        }
        watches.forEach(watch -> watch.offer(change));
        listeners.forEach(listener -> listener.accept(change));
    }

    private NavigableMap<ObjectKey, KubeObject> shelf(String name) {
        return shelves.computeIfAbsent(name, any -> new TreeMap<>());
    }

    /** Whether nothing holds an object that is to go: no grace, no finalizer. */
    public static boolean isAtItsEnd(KubeObject object) {
        boolean graceful = object.number("/metadata/deletionGracePeriodSeconds", 0) > 0;
        return object.isBeingDeleted()
                && !graceful
                && object.items("/metadata/finalizers").isEmpty()
                && object.items("/spec/finalizers").isEmpty();
    }

    /** All that is neither metadata nor status. */
    private static List<JsonNode> specOf(KubeObject object) {
        var spec = new ArrayList<JsonNode>();
        ObjectNode json = object.json();
        json.properties().stream()
                .filter(field ->
                        !field.getKey().equals("metadata") && !field.getKey().equals("status"))
                .map(Map.Entry::getValue)
                .forEach(spec::add);
        return spec;
    }
}
