package dev.kubechat.sandbox.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.sandbox.cluster.object.Catalog;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.store.Effect;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** No controller runs here: what a budget says of its pods stays as it was counted before the first eviction. */
class EvictingTest {
    private static final Catalog CATALOG = Catalog.read();
    private static final ResourceType PODS = CATALOG.named("pods");

    private final ObjectStore store = new ObjectStore(InstantSource.system());
    private final Evicting evicting =
            new Evicting(store, CATALOG, new Deleting(store, InstantSource.system()));

    @BeforeEach
    void twoPodsOfWhichOneMayGo() {
        put(
                CATALOG.named("poddisruptionbudgets.policy"),
                """
                {"metadata": {"name": "web", "namespace": "default"}, "spec": {"selector": {"matchLabels": {"app": "web"}}},
                 "status": {"desiredHealthy": 1, "currentHealthy": 2, "disruptionsAllowed": 1}}
                """);
        put(PODS, readyPod("a"));
        put(PODS, readyPod("b"));
    }

    @Test
    void countsWhatAnEvictionBeforeLeftHealthy() {
        assertThat(evict("a").code()).isEqualTo(201);
        assertThatThrownBy(() -> evict("b"))
                .hasMessage("Cannot evict pod as it would violate the pod's disruption budget.");
        assertThat(store.list(PODS).objects()).extracting(KubeObject::name).containsExactly("b");
    }

    private Reply evict(String pod) {
        var call =
                Call.of(
                        "POST",
                        URI.create("/api/v1/namespaces/default/pods/%s/eviction".formatted(pod)),
                        Map.of(),
                        "{}");
        return evicting.answer(PODS, (Target.Resource) Target.of(call), call);
    }

    private void put(ResourceType type, String json) {
        var object = (ObjectNode) JsonMapper.shared().readTree(json);
        store.create(type, new KubeObject(object), Effect.KEPT);
    }

    private static String readyPod(String name) {
        return """
        {"metadata": {"name": "%s", "namespace": "default", "labels": {"app": "web"}},
         "status": {"phase": "Running", "conditions": [{"type": "Ready", "status": "True"}]}}
        """
                .formatted(name);
    }
}
