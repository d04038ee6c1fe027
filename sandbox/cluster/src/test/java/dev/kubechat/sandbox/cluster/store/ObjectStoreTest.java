package dev.kubechat.sandbox.cluster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.sandbox.cluster.object.Catalog;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ObjectKey;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ObjectStoreTest {
    private static final ResourceType MAPS = Catalog.read().named("configmaps");
    private static final ObjectKey KEY = new ObjectKey("shop", "a");
    private final ObjectStore store =
            new ObjectStore(InstantSource.fixed(Instant.parse("2026-03-14T12:00:00.5Z")));

    @Test
    void givesWholeSecondsOfBirth() {
        assertThat(create().text("/metadata/creationTimestamp")).isEqualTo("2026-03-14T12:00:00Z");
    }

    @Test
    void raisesItsRevisionWithEachChangeOnly() {
        create();
        long before = store.revision();
        store.replace(MAPS, KEY, object -> object, Effect.KEPT);
        assertThat(store.revision()).isEqualTo(before);
        store.replace(MAPS, KEY, ObjectStoreTest::changed, Effect.KEPT);
        assertThat(store.revision()).isEqualTo(before + 1);
    }

    @Test
    void answersADryRunAndKeepsNothing() {
        create();
        var answered = store.replace(MAPS, KEY, ObjectStoreTest::changed, Effect.DRY_RUN);
        assertThat(answered.text("/data/b")).isEqualTo("2");
        assertThat(store.find(MAPS, KEY).orElseThrow().text("/data/b")).isEmpty();
    }

    @Test
    void tellsAWatchWhatHappenedSinceItsRevision() throws InterruptedException {
        var created = create();
        store.replace(MAPS, KEY, ObjectStoreTest::changed, Effect.KEPT);
        store.remove(MAPS, KEY);
        try (var watch = store.watch(MAPS, Long.parseLong(created.resourceVersion()))) {
            assertThat(watch.next(Duration.ofSeconds(9)).orElseThrow().kind())
                    .isEqualTo(Change.Kind.MODIFIED);
            assertThat(watch.next(Duration.ofSeconds(9)).orElseThrow().kind())
                    .isEqualTo(Change.Kind.DELETED);
            assertThat(watch.next(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void saysWhenItNoLongerKnowsWhatHappened() {
        create();
        for (int i = 0; i < 4_001; i++) {
            var value = Integer.toString(i);
            store.replace(
                    MAPS,
                    KEY,
                    o -> o.edited(json -> json.withObject("/data").put("n", value)),
                    Effect.KEPT);
        }
        assertThatThrownBy(() -> store.watch(MAPS, 1))
                .isInstanceOfSatisfying(StatusError.class, e -> assertThat(e.code()).isEqualTo(410))
                .hasMessageStartingWith("too old resource version: 1 (");
    }

    private KubeObject create() {
        var json = JsonMapper.shared().createObjectNode().put("kind", "ConfigMap");
        json.putObject("metadata").put("name", "a").put("namespace", "shop");
        return store.create(MAPS, new KubeObject(json), Effect.KEPT);
    }

    private static KubeObject changed(KubeObject object) {
        return object.edited(json -> json.withObject("/data").put("b", "2"));
    }
}
