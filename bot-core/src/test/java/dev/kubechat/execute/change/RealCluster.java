package dev.kubechat.execute.change;

import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.ClusterFixture;
import dev.kubechat.execute.change.ClusterContract.Ground;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A namespace of one's own on a real cluster, with people, a shop, and a bot that has a bounded role; all of it goes away again. */
public final class RealCluster implements AutoCloseable {

    private static final String ON = "impersonate-on:user-info:";
    private static final String AS = "impersonate:user-info";

    private final KubernetesClient admin;
    private final String name = "kubechat-contract-" + UUID.randomUUID().toString().substring(0, 8);
    private final ClusterDoor door;
    private final FaultProxy proxy;
    private final ClusterDoor doorThroughProxy;

    private RealCluster(String kubeconfig) {
        admin = ClusterFixture.unguardedClient(kubeconfig);
        admin.namespaces()
                .resource(
                        new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .endMetadata()
                                .build())
                .create();
        people();
        bot();
        shop();
        var token = token();
        door = ClusterFixture.doorTo(ClusterFixture.kubeconfigWithToken(kubeconfig, token));
        proxy =
                new FaultProxy(
                        ClusterFixture.serverOf(kubeconfig), ClusterFixture.trustOf(kubeconfig));
        doorThroughProxy =
                ClusterFixture.doorTo(
                        ClusterFixture.kubeconfigOf(proxy.url()).replace("bot-token", token));
    }

    public static RealCluster prepare(String kubeconfig) {
        return new RealCluster(kubeconfig);
    }

    public Ground ground() {
        return new Ground(
                door,
                name,
                ClusterFixture.caller("contract-operator", "contract-sre"),
                ClusterFixture.caller("contract-viewer"),
                ClusterFixture.caller("contract-stranger"));
    }

    FaultProxy proxy() {
        return proxy;
    }

    KubernetesClient admin() {
        return admin;
    }

    ClusterDoor doorThroughProxy() {
        return doorThroughProxy;
    }

    private void people() {
        admin.rbac()
                .roleBindings()
                .inNamespace(name)
                .resource(
                        new RoleBindingBuilder()
                                .withNewMetadata()
                                .withName("operators")
                                .endMetadata()
                                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "admin")
                                .addNewSubject(
                                        "rbac.authorization.k8s.io", "Group", "contract-sre", null)
                                .build())
                .create();
        admin.rbac()
                .roleBindings()
                .inNamespace(name)
                .resource(
                        new RoleBindingBuilder()
                                .withNewMetadata()
                                .withName("viewers")
                                .endMetadata()
                                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "view")
                                .addNewSubject(
                                        "rbac.authorization.k8s.io",
                                        "User",
                                        "contract-viewer",
                                        null)
                                .build())
                .create();
    }

    private void bot() {
        admin.serviceAccounts()
                .inNamespace(name)
                .resource(
                        new ServiceAccountBuilder()
                                .withNewMetadata()
                                .withName("kubechat")
                                .endMetadata()
                                .build())
                .create();
        admin.rbac()
                .clusterRoles()
                .resource(
                        new ClusterRoleBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .endMetadata()
                                .withRules(rules())
                                .build())
                .create();
        admin.rbac()
                .clusterRoleBindings()
                .resource(
                        new ClusterRoleBindingBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .endMetadata()
                                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", name)
                                .addNewSubject("", "ServiceAccount", "kubechat", name)
                                .build())
                .create();
    }

    private static List<PolicyRule> rules() {
        return List.of(
                rule("authentication.k8s.io", List.of("users"), AS)
                        .withResourceNames("contract-operator", "contract-viewer")
                        .build(),
                rule("authentication.k8s.io", List.of("groups"), AS)
                        .withResourceNames("contract-sre")
                        .build(),
                rule("authentication.k8s.io", List.of("userextras/kubechat.dev/request"), AS)
                        .build(),
                rule("authentication.k8s.io", List.of("selfsubjectreviews"), ON + "create").build(),
                rule("authorization.k8s.io", List.of("selfsubjectaccessreviews"), ON + "create")
                        .build(),
                rule(
                                "",
                                List.of(
                                        "pods",
                                        "pods/log",
                                        "services",
                                        "events",
                                        "replicationcontrollers"),
                                on("get", "list", "watch"))
                        .build(),
                rule(
                                "apps",
                                List.of("deployments", "replicasets", "statefulsets", "daemonsets"),
                                on("get", "list", "watch"))
                        .build(),
                rule("autoscaling", List.of("horizontalpodautoscalers"), on("list")).build(),
                rule("batch", List.of("jobs", "cronjobs"), on("list")).build(),
                rule("apps", List.of("deployments/scale"), on("get", "patch")).build(),
                rule("apps", List.of("deployments"), on("patch", "delete")).build(),
                rule("", List.of("pods"), on("delete")).build(),
                rule("", List.of("configmaps"), on("get", "list", "create", "patch", "delete"))
                        .build(),
                rule("", List.of("pods/eviction"), on("create")).build());
    }

    private static String[] on(String... verbs) {
        return Stream.of(verbs).map(verb -> ON + verb).toArray(String[]::new);
    }

    private static PolicyRuleBuilder rule(String group, List<String> resources, String... verbs) {
        return new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(resources)
                .withVerbs(verbs);
    }

    private String token() {
        var request =
                new TokenRequestBuilder()
                        .withNewSpec()
                        .withExpirationSeconds(3600L)
                        .endSpec()
                        .build();
        return admin.serviceAccounts()
                .inNamespace(name)
                .withName("kubechat")
                .tokenRequest(request)
                .getStatus()
                .getToken();
    }

    private void shop() {
        var labels = Map.of("app", "checkout");
        admin.services()
                .inNamespace(name)
                .resource(
                        new ServiceBuilder()
                                .withNewMetadata()
                                .withName("checkout")
                                .endMetadata()
                                .withNewSpec()
                                .withSelector(labels)
                                .addNewPort()
                                .withPort(80)
                                .endPort()
                                .endSpec()
                                .build())
                .create();
        var deployment =
                new DeploymentBuilder()
                        .withNewMetadata()
                        .withName("checkout")
                        .withLabels(labels)
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(2)
                        .withNewSelector()
                        .withMatchLabels(labels)
                        .endSelector()
                        .withNewTemplate()
                        .withNewMetadata()
                        .withLabels(labels)
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("shop")
                        .withImage("busybox:1.37")
                        .withCommand("sh", "-c", "echo open; sleep 3600")
                        .endContainer()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build();
        admin.apps().deployments().inNamespace(name).resource(deployment).create();
        admin.apps()
                .deployments()
                .inNamespace(name)
                .withName("checkout")
                .waitUntilReady(2, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        doorThroughProxy.close();
        proxy.close();
        door.close();
        admin.rbac().clusterRoleBindings().withName(name).delete();
        admin.rbac().clusterRoles().withName(name).delete();
        admin.namespaces().withName(name).delete();
        admin.close();
    }
}
