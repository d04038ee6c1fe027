package dev.kubechat.pipeline;

import dev.kubechat.cluster.ClusterFixture;
import dev.kubechat.execute.change.FaultProxy;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A namespace of its own on a real cluster, in which Alice and Bob may do all and the bot may do all in their names, with the
 * pipeline before it. A proxy stands between, which can break connections. All of it goes away again.
 */
final class RealTown implements AutoCloseable {

    private static final String TOWN =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: NAME}
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: kubechat, namespace: NAME}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: NAME}
            rules:
            - {apiGroups: [authentication.k8s.io], resources: [users], verbs: ["impersonate:user-info"], resourceNames: [alice, bob]}
            - {apiGroups: [authentication.k8s.io], resources: [groups], verbs: ["impersonate:user-info"], resourceNames: [shop-developers, sre]}
            - {apiGroups: [authentication.k8s.io], resources: [userextras/kubechat.dev/request], verbs: ["impersonate:user-info"]}
            - apiGroups: ["*"]
              resources: ["*"]
              verbs: ["impersonate-on:user-info:get", "impersonate-on:user-info:list", "impersonate-on:user-info:create",
                "impersonate-on:user-info:patch", "impersonate-on:user-info:update", "impersonate-on:user-info:delete",
                "impersonate-on:user-info:watch"]
            - {apiGroups: ["", apps, batch, autoscaling, networking.k8s.io], resources: ["*"], verbs: [list, watch]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: NAME}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: NAME}
            subjects: [{kind: ServiceAccount, name: kubechat, namespace: NAME}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: operators, namespace: NAME}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin}
            subjects:
            - {apiGroup: rbac.authorization.k8s.io, kind: Group, name: shop-developers}
            - {apiGroup: rbac.authorization.k8s.io, kind: Group, name: sre}
            """;

    private static final String SHOP =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: SHOP, namespace: NAME, labels: {app: SHOP}}
            spec:
              replicas: 2
              selector: {matchLabels: {app: SHOP}}
              template:
                metadata: {labels: {app: SHOP}}
                spec:
                  containers:
                  - {name: shop, image: "shop:1"}
            """;

    private final String name = "kubechat-town-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<HasMetadata> made = new ArrayList<>();
    private final FaultProxy proxy;
    final KubernetesClient admin;
    final PipelineWorld world;

    RealTown(String kubeconfig) {
        admin = ClusterFixture.unguardedClient(kubeconfig);
        make(TOWN);
        var token = token();
        proxy =
                new FaultProxy(
                        ClusterFixture.serverOf(kubeconfig), ClusterFixture.trustOf(kubeconfig));
        world =
                PipelineWorld.on(
                        ClusterFixture.kubeconfigOf(proxy.url()).replace("bot-token", token), name);
    }

    private String token() {
        return admin.serviceAccounts()
                .inNamespace(name)
                .withName("kubechat")
                .tokenRequest(
                        new TokenRequestBuilder()
                                .withNewSpec()
                                .withExpirationSeconds(3600L)
                                .endSpec()
                                .build())
                .getStatus()
                .getToken();
    }

    String namespace() {
        return name;
    }

    /** Whom the bot is to the cluster. */
    String account() {
        return "system:serviceaccount:%s:kubechat".formatted(name);
    }

    FaultProxy proxy() {
        return proxy;
    }

    /** As the cluster's admin; NAME stands for the namespace. It goes away with the town. */
    List<HasMetadata> make(String manifests) {
        var text = manifests.replace("NAME", name);
        var objects =
                admin.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                        .create();
        made.addAll(objects);
        return objects;
    }

    /** A deployment of two pods with an image {@code shop:1}. */
    void open(String shop) {
        make(SHOP.replace("SHOP", shop));
        // while it rolls out, its controller writes into it
        admin.apps()
                .deployments()
                .inNamespace(name)
                .withName(shop)
                .waitUntilReady(2, TimeUnit.MINUTES);
    }

    Deployment shop(String shop) {
        return admin.apps().deployments().inNamespace(name).withName(shop).require();
    }

    @Override
    public void close() {
        world.close();
        proxy.close();
        for (var object : made.reversed()) {
            if (object.getMetadata().getNamespace() == null) {
                admin.resource(object).delete();
            }
        }
        admin.close();
    }
}
