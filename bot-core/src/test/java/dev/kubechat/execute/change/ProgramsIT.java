package dev.kubechat.execute.change;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.execute.change.ExecuteFixture.changesThrough;
import static dev.kubechat.execute.change.ExecuteFixture.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kubechat.cluster.ClusterFixture;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Programs through the chat's own door on the throw-away cluster of KUBECHAT_TEST_KUBECONFIG, as somebody else than its admin. */
class ProgramsIT {

    @Test
    void runsAProgramAsThePersonWhoAsked() {
        var kubeconfig = System.getenv("KUBECHAT_TEST_KUBECONFIG");
        if (kubeconfig == null) {
            System.out.println("ProgramsIT is skipped: KUBECHAT_TEST_KUBECONFIG names no cluster.");
        }
        assumeTrue(kubeconfig != null, "KUBECHAT_TEST_KUBECONFIG names no cluster");
        var config = Objects.requireNonNull(kubeconfig);
        var name = "kubechat-programs-" + UUID.randomUUID().toString().substring(0, 8);
        var namespace =
                new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build();
        try (var admin = ClusterFixture.unguardedClient(config);
                var door = ClusterFixture.doorTo(config)) {
            admin.namespaces().resource(namespace).create();
            admin.serviceAccounts()
                    .inNamespace(name)
                    .withName("default")
                    .waitUntilCondition(Objects::nonNull, 30, TimeUnit.SECONDS);
            admin.pods().inNamespace(name).resource(pod()).create();
            admin.pods()
                    .inNamespace(name)
                    .withName("solo")
                    .waitUntilCondition(
                            pod -> pod != null && "Running".equals(pod.getStatus().getPhase()),
                            30,
                            TimeUnit.SECONDS);
            admin.rbac().roleBindings().inNamespace(name).resource(binding()).create();
            var changes = changesThrough(door);
            var line = command("exec solo -n %s -- echo hello".formatted(name));

            var may = caller("programs-alice", "programs-sre");
            var step = ((Preview.Planned) changes.preview(line, may)).steps().getFirst();
            assertThat(changes.perform(step, may, Instant.MAX))
                    .isEqualTo(new StepResult.Ran("hello\n", "", "", 0, ""));

            var mayNot = caller("programs-mallory", "programs-nobodies");
            assertThat(changes.perform(step, mayNot, Instant.MAX))
                    .isInstanceOf(StepResult.Failed.class);

            admin.namespaces().resource(namespace).delete();
        }
    }

    private static RoleBinding binding() {
        return new RoleBindingBuilder()
                .withNewMetadata()
                .withName("sre")
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "cluster-admin")
                .addNewSubject("rbac.authorization.k8s.io", "Group", "programs-sre", null)
                .build();
    }

    private static Pod pod() {
        return new PodBuilder()
                .withNewMetadata()
                .withName("solo")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("solo")
                .withImage("solo:1")
                .endContainer()
                .endSpec()
                .build();
    }
}
