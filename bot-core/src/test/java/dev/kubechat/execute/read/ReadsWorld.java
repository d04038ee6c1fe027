package dev.kubechat.execute.read;

import static dev.kubechat.execute.change.ExecuteFixture.command;
import static dev.kubechat.execute.change.ExecuteFixture.readsThrough;

import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.ClusterFixture;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.read.KubectlTwin.Ended;
import dev.kubechat.kubectl.Namespace;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Workloads of several kinds in a namespace of their own on a real cluster, and somebody who may see all; all of it goes away again. */
final class ReadsWorld implements AutoCloseable {

    static final String PERSON = "reads-person";

    private final KubernetesClient admin;
    private final ClusterDoor door;
    private final String namespace =
            "kubechat-reads-" + UUID.randomUUID().toString().substring(0, 8);

    private ReadsWorld(String kubeconfig) {
        admin = ClusterFixture.unguardedClient(kubeconfig);
        door = ClusterFixture.doorTo(kubeconfig);
        admin.namespaces()
                .resource(
                        new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(namespace)
                                .endMetadata()
                                .build())
                .create();
        admin.rbac()
                .clusterRoleBindings()
                .resource(
                        new ClusterRoleBindingBuilder()
                                .withNewMetadata()
                                .withName(namespace)
                                .endMetadata()
                                .withNewRoleRef(
                                        "rbac.authorization.k8s.io", "ClusterRole", "cluster-admin")
                                .addNewSubject("rbac.authorization.k8s.io", "User", PERSON, null)
                                .build())
                .create();
        load().forEach(object -> admin.resource(object).create());
        await();
    }

    static ReadsWorld prepare(String kubeconfig) {
        return new ReadsWorld(
                kubeconfig.contains("\n") ? kubeconfig : content(Path.of(kubeconfig)));
    }

    private static String content(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<HasMetadata> load() {
        try (InputStream world =
                Objects.requireNonNull(ReadsWorld.class.getResourceAsStream("reads-world.yaml"))) {
            var text =
                    new String(world.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("NAMESPACE", namespace);
            return admin.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .items();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void await() {
        var apps = admin.apps();
        apps.deployments()
                .inNamespace(namespace)
                .withName("checkout")
                .waitUntilCondition(
                        deployment ->
                                deployment != null
                                        && Integer.valueOf(3)
                                                .equals(
                                                        deployment
                                                                .getStatus()
                                                                .getAvailableReplicas()),
                        1,
                        TimeUnit.MINUTES);
        apps.statefulSets()
                .inNamespace(namespace)
                .withName("db")
                .waitUntilCondition(
                        set ->
                                set != null
                                        && Integer.valueOf(2)
                                                .equals(set.getStatus().getReadyReplicas()),
                        1,
                        TimeUnit.MINUTES);
        apps.daemonSets()
                .inNamespace(namespace)
                .withName("agent")
                .waitUntilCondition(ReadsWorld::isThere, 1, TimeUnit.MINUTES);
        admin.batch()
                .v1()
                .jobs()
                .inNamespace(namespace)
                .withName("once")
                .waitUntilCondition(
                        job ->
                                job != null
                                        && Integer.valueOf(1)
                                                .equals(job.getStatus().getSucceeded()),
                        1,
                        TimeUnit.MINUTES);
        admin.pods().inNamespace(namespace).withName("multi").waitUntilReady(1, TimeUnit.MINUTES);
    }

    private static boolean isThere(DaemonSet set) {
        return set != null
                && set.getStatus().getDesiredNumberScheduled() > 0
                && set.getStatus()
                        .getDesiredNumberScheduled()
                        .equals(set.getStatus().getNumberAvailable());
    }

    String namespace() {
        return namespace;
    }

    Ended ended(String line) {
        var command = command(line).in(new Namespace(namespace));
        return switch (readsThrough(door).read(command, ClusterFixture.caller(PERSON))) {
            case Outcome.Printed(var text, _, var errors, var exit) ->
                    new Ended(text, errors, exit);
            case Outcome.Refused(_, var errors) -> new Ended("", errors, 1);
        };
    }

    @Override
    public void close() {
        admin.rbac().clusterRoleBindings().withName(namespace).delete();
        admin.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("carts.%s.example".formatted(namespace))
                .delete();
        admin.namespaces().withName(namespace).delete();
        admin.close();
        door.close();
    }
}
