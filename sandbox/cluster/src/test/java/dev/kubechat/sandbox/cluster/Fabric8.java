package dev.kubechat.sandbox.cluster;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

/** Clients of the library KubeChat uses, and something for them to send. */
final class Fabric8 {
    private Fabric8() {}

    static KubernetesClient client(StageCluster of, String context) {
        return new KubernetesClientBuilder().withConfig(config(of, context)).build();
    }

    static Config config(StageCluster of, String context) {
        return Config.fromKubeconfig(
                of.kubeconfig().replace("current-context: admin", "current-context: " + context));
    }

    static ConfigMap map(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .addToData("a", "1")
                .build();
    }
}
