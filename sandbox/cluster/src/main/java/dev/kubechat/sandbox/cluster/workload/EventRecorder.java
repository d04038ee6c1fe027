package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.admission.Dispersal;
import dev.kubechat.sandbox.cluster.object.Catalog;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ObjectKey;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.store.Effect;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import java.time.Instant;
import java.util.Comparator;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tells what happened as events; the same again raises the count of the first. The oldest go when there are too many. */
final class EventRecorder {
    private static final int KEPT = 800;

    private final ObjectStore store;
    private final ResourceType type;
    private final World world;

    EventRecorder(ObjectStore store, Catalog catalog, World world) {
        this.store = store;
        this.type = catalog.named("events");
        this.world = world;
    }

    void normal(KubeObject about, String component, String reason, String message) {
        record(about, new Word("Normal", component, reason, message, 1, world.now(), world.now()));
    }

    void warning(KubeObject about, String component, String reason, String message) {
        record(about, new Word("Warning", component, reason, message, 1, world.now(), world.now()));
    }

    /** @param first when it happened first, of {@code count} times up to {@code last} */
    record Word(
            String kind,
            String component,
            String reason,
            String message,
            int count,
            Instant first,
            Instant last) {}

    void record(KubeObject about, Word word) {
        var namespace = about.namespace().isEmpty() ? "default" : about.namespace();
        var name =
                about.name()
                        + "."
                        + Dispersal.letters(about.uid() + word.reason() + word.message(), 16);
        var key = new ObjectKey(namespace, name);
        if (store.find(type, key).isPresent()) {
            store.replace(
                    type,
                    key,
                    event ->
                            event.edited(json ->
                                    json.put("count", event.number("/count", 1) + word.count())
                                            .put("lastTimestamp", word.last().toString())),
                    Effect.KEPT);
            return;
        }
        store.create(type, event(about, key, word), Effect.KEPT);
        forgetOldest();
    }

    private static KubeObject event(KubeObject about, ObjectKey key, Word word) {
        var event =
                JsonNodeFactory.instance.objectNode().put("kind", "Event").put("apiVersion", "v1");
        event.putObject("metadata")
                .put("name", key.name())
                .put("namespace", key.namespace())
                .put("creationTimestamp", word.first().toString());
        event.putObject("involvedObject")
                .put("kind", about.kind())
                .put("namespace", about.namespace())
                .put("name", about.name())
                .put("uid", about.uid())
                .put("apiVersion", about.apiVersion())
                .put("resourceVersion", about.resourceVersion());
        event.put("reason", word.reason()).put("message", word.message());
        var source = event.putObject("source").put("component", word.component());
        if (word.component().equals("kubelet")) {
            source.put("host", about.text("/spec/nodeName"));
            var containers = about.items("/spec/containers");
            if (!containers.isEmpty()) {
                event.withObject("/involvedObject")
                        .put(
                                "fieldPath",
                                "spec.containers{%s}"
                                        .formatted(
                                                containers.getFirst().path("name").asString("")));
            }
        }
        event.put("firstTimestamp", word.first().toString())
                .put("lastTimestamp", word.last().toString());
        event.put("count", word.count()).put("type", word.kind());
        event.putNull("eventTime")
                .put("reportingComponent", word.component())
                .put("reportingInstance", source.path("host").asString(""));
        return new KubeObject(event);
    }

    private void forgetOldest() {
        var events = store.list(type).objects();
        if (events.size() > KEPT) {
            events.stream()
                    .sorted(
                            Comparator.comparing(
                                    (KubeObject event) -> event.text("/lastTimestamp")))
                    .limit(events.size() - KEPT)
                    .forEach(event -> store.remove(type, event.key()));
        }
    }
}
