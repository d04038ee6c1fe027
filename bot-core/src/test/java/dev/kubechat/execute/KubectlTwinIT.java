package dev.kubechat.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
                "get pods -o kyaml",
                "get deploy,svc -o yaml",
                "get deploy,svc -o wide --show-kind",
                "get deploy,nope-x",
                "get pods nope -o yaml",
                "get pods --no-headers",
                "get pods --sort-by=.metadata.name",
                "get pods -o name --sort-by=.metadata.uid",
                "get pods --server-print=false",
                "get deployment checkout --subresource=scale",
                "get pods -l app=nobody",
                "get pods -l app=nobody -o json",
                "get pods --field-selector=status.phase=Running",
                "get pods --field-selector=nope=x",
                "get deployment checkout nope --ignore-not-found",
                "get pods -o jsonpath={.items[*].metadata.name}",
                "get pods -o jsonpath={range.items[*]}{.metadata.name},{end}",
                "get pods -o jsonpath={.items[*].spec.containers[?(@.name)].image}",
                "get pods -o jsonpath={.items[99].kind}",
                "get pods -o jsonpath={.items[",
                "get pods -o jsonpath-as-json={.items[*].metadata.labels}",
                "get pods -o custom-columns=NAME:.metadata.name,LABELS:.metadata.labels,NONE:.nope",
                "get pods -o custom-columns=NAME",
                "get pods -o go-template={{range.items}}{{.metadata.name}},{{.nope}};{{end}}",
                "get pods -o go-template={{.kind.x}}",
                "get pods -o go-template={{nope}}",
                "get deployment checkout -o"
                        + " go-template={{printf\"%-20s|%d\".metadata.name.spec.replicas}}",
                "get --raw=/readyz",
                "events",
                "events --types=Normal",
                "logs deployment/checkout --tail=2"
            })
    void printsWhatKubectlPrints(String line) throws Exception {
        var ground = Objects.requireNonNull(cluster).ground();

        var before = ours(line, ground);
        var kubectl = kubectl(line, ground.namespace());
        var after = ours(line, ground);

        // ages move on, so kubectl's output is that of just before or just after
        assertThat(kubectl).isIn(before, after);
    }

    private record Ended(String output, String errors, int status) {}

    private static Ended ours(String line, ClusterContract.Ground ground) {
        var outcome =
                ExecuteFixture.readsThrough(ground.door())
                        .read(ground.inNamespace(line), ground.operator());
        return switch (outcome) {
            case Outcome.Printed printed ->
                    new Ended(printed.text(), errors(line, printed.errors()), printed.exit());
            case Outcome.Refused refused -> new Ended("", errors(line, refused.errors()), 1);
        };
    }

    // which pod and container was taken, kubectl says beside the log; a chat says it in its own
    // words
    private static String errors(String line, String errors) {
        return line.startsWith("get ") ? errors : "";
    }

    private static Ended kubectl(String line, String namespace)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                Objects.requireNonNull(KUBECTL),
                                "--kubeconfig",
                                Objects.requireNonNull(KUBECONFIG)));
        command.addAll(List.of(line.split(" ")));
        command.addAll(List.of("-n", namespace));
        var said = Files.createTempFile("kubectl", ".err");
        try {
            var process = new ProcessBuilder(command).redirectError(said.toFile()).start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var status = process.waitFor();
            return new Ended(output, errors(line, Files.readString(said)), status);
        } finally {
            Files.delete(said);
        }
    }
}
