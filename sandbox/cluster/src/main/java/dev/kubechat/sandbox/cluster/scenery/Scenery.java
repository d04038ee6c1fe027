package dev.kubechat.sandbox.cluster.scenery;

import dev.kubechat.sandbox.cluster.admission.Admission;
import dev.kubechat.sandbox.cluster.object.Catalog;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.store.Effect;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Objects to begin with, read from manifests. Two annotations are for it alone: {@code sandbox.kubechat.dev/age} (as {@code P12DT3H}) and
 * {@code sandbox.kubechat.dev/owner} (as {@code CronJob/nightly-report}, in a file after its owner).
 */
public final class Scenery {
    private static final String FOLDER = "/dev/kubechat/sandbox/cluster/";
    private static final String AGE = "sandbox.kubechat.dev/age";
    private static final String OWNER = "sandbox.kubechat.dev/owner";
    private static final String BORN = "sandbox.kubechat.dev/born";

    private final ObjectStore store;
    private final Catalog catalog;
    private final Admission admission;
    private final Instant now;

    public Scenery(ObjectStore store, Catalog catalog, Instant now) {
        this.store = store;
        this.catalog = catalog;
        this.admission = new Admission(store, catalog);
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** @param files names of resources of this module, in the order in which they need each other */
    public void putUp(List<String> files) {
        for (var file : files) {
            for (var manifest : manifests(file)) {
                put(manifest);
            }
        }
    }

    /** What old objects needed to be made old, they need no more. */
    public void clearUp() {
        for (var type : catalog.kept()) {
            for (var object : store.list(type).objects()) {
                if (!object.annotation(BORN).isEmpty()) {
                    store.replace(
                            type,
                            object.key(),
                            o -> o.edited(json -> forget(json, BORN)),
                            Effect.KEPT);
                }
            }
        }
    }

    private static List<ObjectNode> manifests(String file) {
        var manifests = new ArrayList<ObjectNode>();
        try (var in = Scenery.class.getResourceAsStream(FOLDER + file);
                var documents =
                        YAMLMapper.shared().readerFor(JsonNode.class).<JsonNode>readValues(in)) {
            documents.forEachRemaining(document -> {
                if (document instanceof ObjectNode manifest) {
                    manifests.add(manifest);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return manifests;
    }

    private void put(ObjectNode manifest) {
        var sent = new KubeObject(manifest);
        var type =
                catalog.ofKind(sent.apiVersion(), sent.kind())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "no type of the catalog: "
                                                + sent.apiVersion()
                                                + " "
                                                + sent.kind()));
        var born =
                now.minus(
                        Duration.parse(
                                sent.annotation(AGE).isEmpty() ? "P34DT7H" : sent.annotation(AGE)));
        var owner = sent.annotation(OWNER);
        var object =
                admission
                        .admitNew(type, manifest, sent.namespace())
                        .edited(json -> {
                            json.withObject("/metadata").put("creationTimestamp", born.toString());
                            forget(json, AGE);
                            forget(json, OWNER);
                            if (List.of("Deployment", "StatefulSet", "DaemonSet", "Job")
                                    .contains(type.kind())) {
                                json.withObject("/metadata")
                                        .withObject("/annotations")
                                        .put(BORN, born.toString());
                            }
                            if (type.kind().equals("CronJob")) {
                                json.withObject("/status")
                                        .put(
                                                "lastScheduleTime",
                                                now.minus(Duration.ofHours(7))
                                                        .truncatedTo(ChronoUnit.HOURS)
                                                        .toString());
                            }
                            if (!owner.isEmpty()) {
                                own(json, type, sent.namespace(), owner);
                            }
                        });
        store.create(type, object, Effect.KEPT);
    }

    private void own(ObjectNode json, ResourceType type, String namespace, String owner) {
        var parts = owner.split("/", 2);
        var found =
                catalog.kept().stream()
                        .filter(t -> t.kind().equals(parts[0]))
                        .flatMap(t -> store.list(t).objects().stream())
                        .filter(o -> o.namespace().equals(namespace) && o.name().equals(parts[1]))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "a %s names an owner %s that is not there"
                                                .formatted(type.kind(), owner)));
        json.withObject("/metadata")
                .withArray("/ownerReferences")
                .addObject()
                .put("apiVersion", found.apiVersion())
                .put("kind", found.kind())
                .put("name", found.name())
                .put("uid", found.uid())
                .put("controller", true)
                .put("blockOwnerDeletion", true);
    }

    private static void forget(ObjectNode json, String annotation) {
        if (json.at("/metadata/annotations") instanceof ObjectNode annotations) {
            annotations.remove(annotation);
            if (annotations.isEmpty()) {
                json.withObject("/metadata").remove("annotations");
            }
        }
    }
}
