package dev.kubechat.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed is what kubectl prints, byte for byte, on a cluster of KUBECHAT_TEST_KUBECONFIG with the kubectl of KUBECHAT_TEST_KUBECTL. */
class KubectlTwinIT {

    private static final @Nullable String KUBECONFIG = System.getenv("KUBECHAT_TEST_KUBECONFIG");
    private static final @Nullable String KUBECTL = System.getenv("KUBECHAT_TEST_KUBECTL");

    private static @Nullable RealCluster cluster;

    @BeforeAll
    static void prepare() {
        if (KUBECONFIG == null || KUBECTL == null) {
            System.out.println(
                    "KubectlTwinIT is skipped: KUBECHAT_TEST_KUBECONFIG or KUBECHAT_TEST_KUBECTL is"
                            + " not set.");
        }
        assumeTrue(
                KUBECONFIG != null && KUBECTL != null, "no cluster or no kubectl to compare with");
        cluster = RealCluster.prepare(Objects.requireNonNull(KUBECONFIG));
    }

    @AfterAll
    static void cleanUp() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get pods",
                "get pods -o wide",
                "get pods --show-labels",
                "get pods -L app,pod-template-hash",
                "get pods -l app=checkout",
                "get pods -o name",
                "get pods -o yaml",
                "get pods -o json",
                "get deployment checkout -o yaml",
                "get deployment checkout -o json",
                "get deployments,services",
                "get deployment/checkout service/checkout",
                "get deploy,svc -o name",
                "get services -o yaml",
                "get replicasets -o wide",
                "get all",
                "events",
                "events --types=Normal",
                "logs deployment/checkout --tail=2"
            })
    void printsWhatKubectlPrints(String line) throws Exception {
        var ground = Objects.requireNonNull(cluster).ground();

        var before = ground.printed(line);
        var kubectl = kubectl(line, ground.namespace());
        var after = ground.printed(line);

        // ages move on, so kubectl's output is that of just before or just after
        assertThat(kubectl).isIn(before, after);
    }

    private static String kubectl(String line, String namespace)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                Objects.requireNonNull(KUBECTL),
                                "--kubeconfig",
                                Objects.requireNonNull(KUBECONFIG)));
        command.addAll(List.of(line.split(" ")));
        command.addAll(List.of("-n", namespace));
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
