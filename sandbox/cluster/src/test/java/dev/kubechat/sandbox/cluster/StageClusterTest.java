package dev.kubechat.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.Test;

class StageClusterTest {

    @Test
    void opensWithAShopWhoseCheckoutRunsTwice() {
        try (var cluster = StageCluster.start(StageClusterOptions.shop());
                var client =
                        new KubernetesClientBuilder()
                                .withConfig(Config.fromKubeconfig(cluster.kubeconfig()))
                                .build()) {
            var checkout =
                    client.apps().deployments().inNamespace("shop").withName("checkout").get();
            assertThat(checkout.getStatus().getReadyReplicas()).isEqualTo(2);
        }
    }
}
