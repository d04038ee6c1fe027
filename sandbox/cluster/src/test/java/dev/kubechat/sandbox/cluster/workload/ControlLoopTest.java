package dev.kubechat.sandbox.cluster.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.sandbox.cluster.Manifests;
import dev.kubechat.sandbox.cluster.admission.Admission;
import dev.kubechat.sandbox.cluster.object.Catalog;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ObjectKey;
import dev.kubechat.sandbox.cluster.scenery.Scenery;
import dev.kubechat.sandbox.cluster.store.Effect;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ControlLoopTest {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final String DEPLOYMENTS = "deployments.apps";
    private static final ObjectKey WEB = new ObjectKey("default", "web");

    private final Catalog catalog = Catalog.read();
    private final InstantSource clock = InstantSource.fixed(NOON);
    private final ObjectStore store = new ObjectStore(clock);
    private final ControlLoop loop = new ControlLoop(store, catalog, clock, () -> {});

    @BeforeEach
    void furnish() {
        new Scenery(store, catalog, NOON).putUp(List.of("base.yaml"));
        loop.settle();
    }

    @AfterEach
    void stop() {
        loop.close();
    }

    @Test
    void comesToRest() {
        put(Manifests.deployment("web", 3));
        long before = store.revision();
        loop.settle();
        assertThat(store.revision()).isEqualTo(before);
    }

    @Test
    void tellsWhichGenerationItHasSeen() {
        put(Manifests.deployment("web", 1));
        scale(2);
        assertThat(web().number("/status/observedGeneration", 0))
                .isEqualTo(web().number("/metadata/generation", -1))
                .isEqualTo(2);
    }

    @Test
    void keepsTheReplicaSetOfAnOldTemplateEmpty() {
        put(Manifests.deployment("web", 2));
        var old = all("replicasets.apps").getFirst();
        change(json ->
                json.withObject("/spec")
                        .withObject("/template")
                        .withObject("/metadata")
                        .withObject("/annotations")
                        .put("kubectl.kubernetes.io/restartedAt", NOON.toString()));
        var kept = store.find(catalog.named("replicasets.apps"), old.key()).orElseThrow();
        assertThat(kept.number("/spec/replicas", -1)).isZero();
        assertThat(kept.number("/status/replicas", -1)).isZero();
    }

    @Test
    void countsNoPodTwiceWhenScaledUpAndDown() {
        put(Manifests.deployment("web", 1));
        scale(5);
        scale(2);
        assertThat(all("pods")).hasSize(2).allMatch(pod -> !pod.isBeingDeleted());
        assertThat(web().number("/status/availableReplicas", 0)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Scheduled", "Pulled", "Started", "SuccessfulCreate"})
    void tellsHowAPodBegins(String reason) {
        put(Manifests.deployment("web", 1));
        assertThat(events(reason)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Killing", "SuccessfulDelete"})
    void tellsHowAPodEnds(String reason) {
        put(Manifests.deployment("web", 1));
        scale(0);
        assertThat(events(reason)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "crash, BackOff",
        "oom, BackOff",
        "image-pull, Failed",
        "pending, FailedScheduling",
        "not-ready, Unhealthy"
    })
    void warnsOfTrouble(String behaviour, String reason) {
        put(Manifests.deployment("web", 1, behaviour));
        assertThat(events(reason))
                .singleElement()
                .satisfies(event -> assertThat(event.text("/type")).isEqualTo("Warning"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crash", "oom", "image-pull", "pending", "not-ready"})
    void callsABrokenDeploymentUnavailable(String behaviour) {
        put(Manifests.deployment("web", 1, behaviour));
        assertThat(web().items("/status/conditions"))
                .filteredOn(condition -> condition.path("type").asString("").equals("Available"))
                .extracting(condition -> condition.path("status").asString(""))
                .containsExactly("False");
    }

    @Test
    void timesAnEventByItsClock() {
        put(Manifests.deployment("web", 1));
        var event = events("Started").getFirst();
        assertThat(event.text("/firstTimestamp")).isEqualTo(NOON.toString());
        assertThat(event.text("/lastTimestamp")).isEqualTo(NOON.toString());
    }

    @Test
    void sparesNoPodThatABudgetNeeds() {
        put(Manifests.deployment("web", 2));
        put(
                """
                {"apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": {"name": "web"},
                 "spec": {"minAvailable": 2, "selector": {"matchLabels": {"app": "web"}}}}
                """);
        var budget = all("poddisruptionbudgets.policy").getFirst();
        assertThat(budget.number("/status/currentHealthy", 0)).isEqualTo(2);
        assertThat(budget.number("/status/disruptionsAllowed", -1)).isZero();
    }

    private void put(String manifest) {
        var sent = (ObjectNode) JsonMapper.shared().readTree(manifest);
        var object = new KubeObject(sent);
        var type = catalog.ofKind(object.apiVersion(), object.kind()).orElseThrow();
        store.create(
                type, new Admission(store, catalog).admitNew(type, sent, "default"), Effect.KEPT);
        loop.settle();
    }

    private void scale(int replicas) {
        change(json -> json.withObject("/spec").put("replicas", replicas));
    }

    private void change(Consumer<ObjectNode> edit) {
        store.replace(catalog.named(DEPLOYMENTS), WEB, now -> now.edited(edit), Effect.KEPT);
        loop.settle();
    }

    private KubeObject web() {
        return store.find(catalog.named(DEPLOYMENTS), WEB).orElseThrow();
    }

    private List<KubeObject> all(String type) {
        return store.list(catalog.named(type)).objects().stream()
                .filter(object -> object.namespace().equals("default"))
                .toList();
    }

    private List<KubeObject> events(String reason) {
        return all("events").stream()
                .filter(event -> event.text("/reason").equals(reason))
                .toList();
    }
}
