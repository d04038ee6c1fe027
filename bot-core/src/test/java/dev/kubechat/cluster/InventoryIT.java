package dev.kubechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.sandbox.cluster.StageCluster;
import dev.kubechat.sandbox.cluster.StageClusterOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InventoryIT {

    private static final Namespace SHOP = new Namespace("shop");
    private static final ResourceType DEPLOYMENTS = ResourceType.of("deployments");

    private StageCluster cluster;
    private ClusterDoor door;
    private Inventory inventory;

    @BeforeEach
    void look() {
        cluster = StageCluster.start(StageClusterOptions.shop());
        door = ClusterFixture.doorTo(cluster.kubeconfig(), "bot", Clock.systemUTC());
        var standard = new Cluster(ClusterFixture.STAGING, false, SHOP, java.util.Set.of(), null);
        inventory = new Inventory(door, new Clusters(List.of(standard)));
        inventory.start();
        inventory.firstLook(ClusterFixture.STAGING).toCompletableFuture().join();
    }

    @AfterEach
    void close() {
        inventory.close();
        door.close();
        cluster.close();
    }

    @Test
    void knowsTheCommonObjectsByNameAfterTheFirstLook() {
        assertThat(inventory.knows(ClusterFixture.STAGING, DEPLOYMENTS)).isTrue();
        assertThat(inventory.names(ClusterFixture.STAGING, DEPLOYMENTS, SHOP))
                .contains("cart", "checkout")
                .isSorted();
        assertThat(inventory.names(ClusterFixture.STAGING, ResourceType.of("nodes"), null))
                .isNotEmpty();
        assertThat(inventory.sizes(ClusterFixture.STAGING))
                .allSatisfy((_, size) -> assertThat(size).isNotNegative())
                .containsKeys("pods", "deployments.apps", "namespaces");
    }

    @Test
    void whatIsNotWatchedIsNotKnown() {
        var secrets = ResourceType.of("secrets");
        assertThat(inventory.knows(ClusterFixture.STAGING, secrets)).isFalse();
        assertThat(inventory.names(ClusterFixture.STAGING, secrets, SHOP)).isEmpty();
    }

    @Test
    void listsInPagesAsItself() {
        assertThat(cluster.requests())
                .filteredOn(call -> call.path().startsWith("/apis/apps/v1/deployments"))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.user()).isEqualTo("kubechat-bot"))
                .anySatisfy(call -> assertThat(call.path()).contains("limit=500"));
    }

    @Test
    void followsWhatComesAndGoes() {
        try (var admin = ClusterFixture.unguardedClient(cluster.kubeconfig())) {
            var cart = admin.apps().deployments().inNamespace("shop").withName("cart");
            var twin = cart.get();
            cart.delete();
            twin.getMetadata().setName("cart-2");
            twin.getMetadata().setResourceVersion(null);
            twin.getMetadata().setUid(null);
            admin.resource(twin).create();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(inventory.names(ClusterFixture.STAGING, DEPLOYMENTS, SHOP))
                                .contains("cart-2")
                                .doesNotContain("cart"));
    }
}
