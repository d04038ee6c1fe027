package dev.kubechat.execute.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.change.ClusterContract;
import dev.kubechat.execute.change.ExecuteFixture;
import dev.kubechat.execute.change.RealCluster;
import dev.kubechat.execute.read.KubectlTwin.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed is what kubectl prints, byte for byte, on a cluster of KUBECHAT_TEST_KUBECONFIG with the kubectl of KUBECHAT_TEST_KUBECTL. */
class KubectlTwinIT {

    @TempDir private static @Nullable Path folder;

    private static @Nullable KubectlTwin kubectl;
    private static @Nullable RealCluster cluster;

    @BeforeAll
    static void prepare() {
        kubectl = KubectlTwin.prepare(KubectlTwinIT.class, folder);
        cluster = RealCluster.prepare(kubectl.kubeconfig());
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
                "get pods -o 'jsonpath={range.items[*]}{.metadata.name},{end}'",
                "get pods -o 'jsonpath={.items[*].spec.containers[?(@.name)].image}'",
                "get pods -o jsonpath={.items[99].kind}",
                "get pods -o jsonpath={.items[",
                "get pods -o jsonpath-as-json={.items[*].metadata.labels}",
                "get pods -o custom-columns=NAME:.metadata.name,LABELS:.metadata.labels,NONE:.nope",
                "get pods -o custom-columns=NAME",
                "get pods -o 'go-template={{range.items}}{{.metadata.name}},{{.nope}};{{end}}'",
                "get pods -o go-template={{.kind.x}}",
                "get pods -o go-template={{nope}}",
                "get deployment checkout -o 'go-template={{.spec.replicas}}|{{len.metadata.name}}'",
                "events",
                "events --types=Normal",
                "logs deployment/checkout --tail=2"
            })
    void printsWhatKubectlPrints(String line) throws Exception {
        var ground = Objects.requireNonNull(cluster).ground();

        var before = ours(line, ground);
        var theirs = theirs(line, ground);
        var after = ours(line, ground);

        // ages move on, so kubectl's output is that of just before or just after
        assertThat(theirs).isIn(before, after);
    }

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

    private static Ended theirs(String line, ClusterContract.Ground ground)
            throws IOException, InterruptedException {
        var ended = Objects.requireNonNull(kubectl).run(line, "-n", ground.namespace());
        return new Ended(ended.text(), errors(line, ended.errors()), ended.exit());
    }
}
