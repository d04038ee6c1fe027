package dev.kubechat.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
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
        admin = Fabric8.client(cluster, "admin");
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
                var client = Fabric8.client(other, "admin")) {
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
                                .inNamespace("platform")
                                .withField("status.phase", "Pending")
                                .list()
                                .getItems())
                .hasSize(1);
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
        var made = maps.resource(Fabric8.map("held")).create();
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
    void readsATableAsText() {
        try (var client = Fabric8.client(cluster, "admin")) {
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
                new ConfigBuilder(Fabric8.config(cluster, "bot"))
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
        try (var bot = Fabric8.client(cluster, "bot")) {
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

    private static java.util.List<String> names(String app) {
        return admin.pods().inNamespace("shop").withLabel("app", app).list().getItems().stream()
                .map(p -> p.getMetadata().getName())
                .toList();
    }
}
