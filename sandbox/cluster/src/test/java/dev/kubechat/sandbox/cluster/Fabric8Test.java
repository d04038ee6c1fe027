package dev.kubechat.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client KubeChat uses, against the cluster KubeChat is tried out on. */
class Fabric8Test {
    private static StageCluster cluster;
    private static KubernetesClient admin;

    @BeforeAll
    static void start() {
        cluster = StageCluster.start(StageClusterOptions.shop());
        admin = client(cluster, "admin");
    }

    @AfterAll
    static void stop() {
        admin.close();
        cluster.close();
    }

    @ParameterizedTest
    @EnumSource(StageClusterOptions.Protocol.class)
    void connectsByTheKubeconfig(StageClusterOptions.Protocol protocol) {
        var options = StageClusterOptions.empty();
        var chosen = protocol == StageClusterOptions.Protocol.HTTPS ? options.overHttps() : options;
        try (var other = StageCluster.start(chosen);
                var client = client(other, "admin")) {
            assertThat(client.getKubernetesVersion().getMinor()).isEqualTo("36");
            assertThat(client.nodes().list().getItems()).hasSize(3);
        }
    }

    @Test
    void listsBySelector() {
        assertThat(admin.pods().inNamespace("shop").withLabel("app", "web").list().getItems())
                .hasSize(3);
        assertThat(
                        admin.pods()
                                .inAnyNamespace()
                                .withField("status.phase", "Pending")
                                .list()
                                .getItems())
                .hasSize(2);
    }

    @Test
    void scalesAndWaitsForPods() {
        admin.apps().deployments().inNamespace("shop").withName("cart").scale(3);
        cluster.settle();
        assertThat(
                        admin.apps()
                                .deployments()
                                .inNamespace("shop")
                                .withName("cart")
                                .get()
                                .getStatus()
                                .getReadyReplicas())
                .isEqualTo(3);
    }

    @Test
    void restartsARollout() {
        var before = names("catalog");
        admin.apps().deployments().inNamespace("shop").withName("catalog").rolling().restart();
        cluster.settle();
        assertThat(names("catalog")).hasSize(2).doesNotContainAnyElementsOf(before);
    }

    @Test
    void setsAnImage() {
        admin.apps()
                .deployments()
                .inNamespace("staging")
                .withName("cart")
                .edit(d ->
                        new DeploymentBuilder(d)
                                .editSpec()
                                .editTemplate()
                                .editSpec()
                                .editFirstContainer()
                                .withImage("registry.shop.example/cart:1.9.0")
                                .endContainer()
                                .endSpec()
                                .endTemplate()
                                .endSpec()
                                .build());
        assertThat(
                        admin.apps()
                                .deployments()
                                .inNamespace("staging")
                                .withName("cart")
                                .get()
                                .getSpec()
                                .getTemplate()
                                .getSpec()
                                .getContainers()
                                .getFirst()
                                .getImage())
                .isEqualTo("registry.shop.example/cart:1.9.0");
    }

    @Test
    void patchesConditionally() {
        var web = admin.apps().deployments().inNamespace("staging").withName("web");
        var context = PatchContext.of(PatchType.JSON);
        web.patch(
                context,
                "[{\"op\": \"test\", \"path\": \"/spec/replicas\", \"value\": 1}, {\"op\":"
                        + " \"replace\", \"path\": \"/spec/replicas\", \"value\": 2}]");
        assertThat(web.get().getSpec().getReplicas()).isEqualTo(2);
        assertThatThrownBy(() ->
                        web.patch(
                                context,
                                "[{\"op\": \"test\", \"path\": \"/spec/replicas\", \"value\": 1}]"))
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        e -> assertThat(e.getCode()).isEqualTo(422));
    }

    @Test
    void editsAndDeletesWithThePreviewedVersion() {
        var maps = admin.configMaps().inNamespace("default");
        var made = maps.resource(map("held")).create();
        maps.resource(made).edit(m -> new ConfigMapBuilder(m).addToData("b", "2").build());
        assertThatThrownBy(() ->
                        maps.resource(made)
                                .lockResourceVersion(made.getMetadata().getResourceVersion())
                                .delete())
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        e -> assertThat(e.getCode()).isEqualTo(409));
        var now = maps.withName("held").get();
        maps.resource(now).lockResourceVersion().delete();
        assertThat(maps.withName("held").get()).isNull();
    }

    @Test
    void readsAndFollowsLogs() {
        var pod =
                admin.pods()
                        .inNamespace("payments")
                        .withLabel("app", "payments-api")
                        .list()
                        .getItems()
                        .getFirst();
        var log =
                admin.pods()
                        .inNamespace("payments")
                        .withName(pod.getMetadata().getName())
                        .tailingLines(3)
                        .getLog();
        assertThat(log.lines()).hasSize(3);
        try (var followed =
                admin.pods()
                        .inNamespace("payments")
                        .withName(pod.getMetadata().getName())
                        .tailingLines(1)
                        .watchLog()) {
            assertThat(
                            new java.util.Scanner(
                                            followed.getOutput(),
                                            java.nio.charset.StandardCharsets.UTF_8)
                                    .nextLine())
                    .contains("payments-api");
        }
    }

    @Test
    void seesChangesAsTheyHappen() throws InterruptedException {
        var seen = new LinkedBlockingQueue<String>();
        try (var watch = admin.configMaps().inNamespace("kube-public").watch(told(seen))) {
            admin.configMaps().inNamespace("kube-public").resource(map("watched")).create();
            admin.configMaps()
                    .inNamespace("kube-public")
                    .withName("watched")
                    .edit(m -> new ConfigMapBuilder(m).addToData("b", "2").build());
            admin.configMaps().inNamespace("kube-public").withName("watched").delete();
            await(seen, "ADDED watched");
            await(seen, "MODIFIED watched");
            await(seen, "DELETED watched");
        }
    }

    @Test
    void keepsAnInformersCacheUpToDate() throws InterruptedException {
        var seen = new LinkedBlockingQueue<String>();
        try (var informer = admin.pods().inNamespace("shop").inform(new Handler(seen))) {
            admin.pods().inNamespace("shop").withName("redis-0").delete();
            await(seen, "DELETED redis-0");
            cluster.settle();
            assertThat(informer.hasSynced()).isTrue();
        }
    }

    @Test
    void readsATableAsText() {
        try (var client = client(cluster, "admin")) {
            var request =
                    client.getHttpClient()
                            .newHttpRequestBuilder()
                            .uri(cluster.url() + "/apis/apps/v1/namespaces/shop/deployments")
                            .header("Accept", Client.TABLE)
                            .build();
            var body = client.getHttpClient().sendAsync(request, String.class).join().body();
            assertThat(body).startsWith("{\"kind\":\"Table\"");
        }
    }

    @Test
    void actsAsAPersonWithTheRequestsId() {
        var person =
                new ConfigBuilder(config(cluster, "bot"))
                        .withImpersonateUsername("alice")
                        .withImpersonateGroups("shop-developers")
                        .withImpersonateExtras(
                                Map.of("kubechat.dev%2Frequest", java.util.List.of("r-1")))
                        .withRequestRetryBackoffLimit(0)
                        .build();
        try (var alice = new KubernetesClientBuilder().withConfig(person).build()) {
            assertThat(alice.pods().inNamespace("shop").list().getItems()).isNotEmpty();
            assertThat(cluster.requests())
                    .anySatisfy(request -> {
                        assertThat(request.user()).isEqualTo("alice");
                        assertThat(request.extra())
                                .containsEntry("kubechat.dev/request", java.util.List.of("r-1"));
                    });
            assertThatThrownBy(() ->
                            alice.pods().inNamespace("payments").withName("ledger-0").delete())
                    .isInstanceOfSatisfying(
                            KubernetesClientException.class,
                            e -> assertThat(e.getCode()).isEqualTo(403))
                    .hasMessageContaining("User \"alice\" cannot delete resource \"pods\"");
        }
    }

    @Test
    void asksWhetherItMay() {
        try (var bot = client(cluster, "bot")) {
            var review =
                    new SelfSubjectAccessReviewBuilder()
                            .withNewSpec()
                            .withNewResourceAttributes()
                            .withVerb("list")
                            .withResource("secrets")
                            .withNamespace("shop")
                            .endResourceAttributes()
                            .endSpec()
                            .build();
            assertThat(
                            bot.authorization()
                                    .v1()
                                    .selfSubjectAccessReview()
                                    .create(review)
                                    .getStatus()
                                    .getAllowed())
                    .isFalse();
        }
    }

    private record Handler(BlockingQueue<String> seen)
            implements io.fabric8.kubernetes.client.informers.ResourceEventHandler<Pod> {
        @Override
        public void onAdd(Pod pod) {
            seen.add("ADDED " + pod.getMetadata().getName());
        }

        @Override
        public void onUpdate(Pod before, Pod pod) {
            seen.add("MODIFIED " + pod.getMetadata().getName());
        }

        @Override
        public void onDelete(Pod pod, boolean unknown) {
            seen.add("DELETED " + pod.getMetadata().getName());
        }
    }

    private static Watcher<ConfigMap> told(BlockingQueue<String> seen) {
        return new Watcher<>() {
            @Override
            public void eventReceived(Action action, ConfigMap map) {
                seen.add(action + " " + map.getMetadata().getName());
            }

            @Override
            public void onClose(WatcherException cause) {
                seen.add("CLOSED " + cause.getMessage());
            }
        };
    }

    private static void await(BlockingQueue<String> seen, String wanted)
            throws InterruptedException {
        String last;
        do {
            last = seen.poll(20, TimeUnit.SECONDS);
        } while (last != null && !last.equals(wanted));
        assertThat(last).isEqualTo(wanted);
    }

    private static java.util.List<String> names(String app) {
        return admin.pods().inNamespace("shop").withLabel("app", app).list().getItems().stream()
                .map(p -> p.getMetadata().getName())
                .toList();
    }

    private static ConfigMap map(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .addToData("a", "1")
                .build();
    }

    private static Config config(StageCluster of, String context) {
        return Config.fromKubeconfig(
                of.kubeconfig().replace("current-context: admin", "current-context: " + context));
    }

    private static KubernetesClient client(StageCluster of, String context) {
        return new KubernetesClientBuilder().withConfig(config(of, context)).build();
    }
}
