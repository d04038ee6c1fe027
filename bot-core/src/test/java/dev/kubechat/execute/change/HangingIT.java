package dev.kubechat.execute.change;

import static dev.kubechat.execute.change.ExecuteFixture.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterFixture;
import dev.kubechat.cluster.KnownConfig;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.Discovery;
import dev.kubechat.execute.api.Entry;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a preview says hangs on a change, on the throw-away cluster of which KUBECHAT_TEST_KUBECONFIG names an admin's kubeconfig and
 * on which pods run without a kubelet.
 */
class HangingIT {

    private static final String NAMESPACE =
            "kubechat-hang-" + UUID.randomUUID().toString().substring(0, 8);
    private static final Caller ADMIN = ClusterFixture.caller("admin");

    private static @Nullable KubernetesClient admin;
    private static String node = "";

    @BeforeAll
    static void prepare() throws IOException {
        var kubeconfig = System.getenv("KUBECHAT_TEST_KUBECONFIG");
        if (kubeconfig == null) {
            System.out.println("HangingIT is skipped: KUBECHAT_TEST_KUBECONFIG names no cluster.");
        }
        assumeTrue(kubeconfig != null, "KUBECHAT_TEST_KUBECONFIG names no cluster");
        admin = ClusterFixture.unguardedClient(Objects.requireNonNull(kubeconfig));
        var nodes = admin.nodes().list().getItems();
        if (nodes.isEmpty()) {
            System.out.println(
                    "HangingIT is skipped: the cluster has no nodes for pods to run on.");
        }
        assumeTrue(!nodes.isEmpty(), "the cluster has no nodes");
        node = nodes.getFirst().getMetadata().getName();
        for (var object : world(admin)) {
            admin.resource(object).fieldManager("kustomize-controller").serverSideApply();
        }
        awaitWorld(admin);
    }

    private static List<HasMetadata> world(KubernetesClient client) throws IOException {
        try (InputStream yaml = HangingIT.class.getResourceAsStream("/hang/world.yaml")) {
            var text =
                    new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8)
                            .replace("{ns}", NAMESPACE)
                            .replace("{node}", node);
            return client.load(
                            new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .items();
        }
    }

    private static void awaitWorld(KubernetesClient client) {
        for (var name : List.of("web", "db")) {
            client.apps()
                    .deployments()
                    .inNamespace(NAMESPACE)
                    .withName(name)
                    .waitUntilReady(60, TimeUnit.SECONDS);
        }
        client.policy()
                .v1()
                .podDisruptionBudget()
                .inNamespace(NAMESPACE)
                .withName("db")
                .waitUntilCondition(
                        budget ->
                                budget != null
                                        && budget.getStatus() != null
                                        && budget.getStatus().getCurrentHealthy() == 1,
                        60,
                        TimeUnit.SECONDS);
        client.resourceQuotas()
                .inNamespace(NAMESPACE)
                .withName("compute")
                .waitUntilCondition(
                        quota ->
                                quota != null
                                        && quota.getStatus() != null
                                        && quota.getStatus().getUsed() != null
                                        && "3"
                                                .equals(
                                                        String.valueOf(
                                                                quota.getStatus()
                                                                        .getUsed()
                                                                        .get("pods"))),
                        60,
                        TimeUnit.SECONDS);
    }

    @AfterAll
    static void cleanUp() throws IOException {
        if (admin != null) {
            for (var object : world(admin).reversed()) {
                admin.resource(object).delete();
            }
            admin.close();
        }
    }

    @Test
    void saysOfAScaleWhoSetsItAgainAndWhoIsAsked() {
        assertThat(said("scale deployment web --replicas=8"))
                .containsExactly(
                        "6 pods are added to web (2 → 8).",
                        "HorizontalPodAutoscaler web also sets the replicas of web and may change"
                                + " them again.",
                        "Flux (kustomization shop/apps) manages Deployment web and will set"
                                + " replicas to 2 again.",
                        "ResourceQuota compute in namespace %s has room for 3 of these 6 pods (3 of 6 pods used); the server refuses the rest later."
                                .formatted(NAMESPACE),
                        "Before it is done, the cluster asks webhook guard.example.com, which may"
                                + " change or refuse it.");
    }

    @Test
    void saysThatNothingServesAfterAScaleToZero() {
        assertThat(said("scale deployment web --replicas=0"))
                .contains(
                        "2 pods of web stop; nothing serves web afterwards.",
                        "Service front is left without endpoints.");
    }

    @Test
    void saysWhatANewImageReplacesAndThatItDoesNotStay() {
        assertThat(said("set image deployment/web web=web:2"))
                .containsExactly(
                        "2 pods of web are replaced. They are replaced step by step, as the rollout"
                                + " strategy says.",
                        "Flux (kustomization shop/apps) manages Deployment web and will set image"
                                + " of container web to web:1 again.");
    }

    @Test
    void saysWhichEvictionOfADrainIsRefused() {
        assertThat(said("drain %s --pod-selector=hanging=%s".formatted(node, NAMESPACE)))
                .contains("Node %s takes no new pods.".formatted(node))
                .anySatisfy(sentence ->
                        assertThat(sentence)
                                .startsWith(
                                        "PodDisruptionBudget db allows no disruption now: the"
                                                + " eviction of db-"));
    }

    @Test
    void saysThatTheDataOfAClaimStaysAndWhoMountsIt() {
        assertThat(said("delete pvc data"))
                .containsExactly(
                        "There is no way back: KubeChat does not keep the data of claim" + " data.",
                        "The data of claim data stays on volume %s, as its reclaim policy is Retain."
                                .formatted(NAMESPACE),
                        "Pods of db mount it: it goes only when they are gone.");
    }

    @Test
    void saysWhoUsesAConfigMap() {
        assertThat(said("delete configmap settings"))
                .containsExactly(
                        "Pods of web use settings: they go on for now, and fail when they start"
                                + " anew.");
    }

    @Test
    void saysWhatIsInANamespace() {
        assertThat(said("delete namespace " + NAMESPACE))
                .containsExactly(
                        "There is no way back: KubeChat does not keep what was in namespace %s."
                                .formatted(NAMESPACE),
                        "Everything in namespace %s is deleted with it.".formatted(NAMESPACE),
                        "In it are, among other things, 3 pods, 2 deployments, 1 service, 1 volume"
                                + " claim.",
                        // the line names a namespace to act in, as all lines here do
                        "Warning: deleting cluster-scoped resources, not scoped to the provided"
                                + " namespace");
    }

    @Test
    void leadsFromAReplicaSetToItsDeployment() {
        var set =
                Objects.requireNonNull(admin)
                        .apps()
                        .replicaSets()
                        .inNamespace(NAMESPACE)
                        .withLabel("app", "web")
                        .list()
                        .getItems()
                        .getFirst()
                        .getMetadata()
                        .getName();

        assertThat(said("scale rs %s --replicas=5".formatted(set)))
                .contains(
                        "ReplicaSet %s belongs to Deployment web, which will set replicas to 2 again: change it there."
                                .formatted(set));
    }

    private static List<String> said(String line) {
        var api =
                new Api(
                        ClusterFixture.STAGING,
                        Objects.requireNonNull(admin, "prepared before each test"));
        var entry =
                new Entry() {
                    @Override
                    public Api api(Caller caller) {
                        return api;
                    }

                    @Override
                    public Api api(Caller caller, Instant notAfter) {
                        return api;
                    }

                    @Override
                    public KnownConfig config(Caller asked) {
                        return KnownConfig.of(List.of(), asked);
                    }
                };
        var discovery = new Discovery(_ -> api, Clock.systemUTC());
        var preview =
                new Changes(entry, discovery, Clock.systemUTC(), false)
                        .preview(command(line + " -n " + NAMESPACE), ADMIN);
        assertThat(preview).as(line).isInstanceOf(Preview.Planned.class);
        return ((Preview.Planned) preview).consequences();
    }
}
