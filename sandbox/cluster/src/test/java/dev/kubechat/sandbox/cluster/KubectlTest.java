package dev.kubechat.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real kubectl against the stage cluster; the environment variable KUBECHAT_TEST_KUBECTL names it. */
class KubectlTest {
    private static final String VARIABLE = "KUBECHAT_TEST_KUBECTL";

    @TempDir private Path folder;

    private StageCluster cluster;

    @BeforeAll
    static void needsAKubectl() {
        if (System.getenv(VARIABLE) == null) {
            System.out.println("KubectlTest is skipped: " + VARIABLE + " names no kubectl");
        }
        Assumptions.assumeTrue(System.getenv(VARIABLE) != null, VARIABLE + " names no kubectl");
    }

    @BeforeEach
    void start() throws IOException {
        cluster = StageCluster.start(StageClusterOptions.shop().overHttps());
        Files.writeString(folder.resolve("config"), cluster.kubeconfig());
    }

    @AfterEach
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void showsPodsAndDeployments() {
        assertThat(kubectl("get pods -A"))
                .contains("NAMESPACE", "CrashLoopBackOff", "ImagePullBackOff", "redis-0");
        assertThat(kubectl("get deploy -n shop -o wide"))
                .contains("CONTAINERS", "registry.shop.example/checkout:2.14.1");
        assertThat(kubectl("get all -n payments"))
                .contains("statefulset.apps/ledger", "cronjob.batch/settlement");
        assertThat(kubectl("api-resources --categories=all")).contains("deployments", "deploy");
    }

    @Test
    void describesWhatIsBroken() {
        assertThat(kubectl("describe pod -n shop -l app=search --show-events=true"))
                .contains("OOMKilled", "Back-off restarting failed container search");
        assertThat(kubectl("describe deploy checkout -n shop"))
                .contains("2 desired | 2 updated | 2 total | 2 available");
        assertThat(kubectl("describe node node-1"))
                .contains("Non-terminated Pods:", "Allocated resources:");
    }

    @Test
    void scalesAndRollsOut() {
        assertThat(kubectl("scale deploy/checkout -n shop --replicas=4"))
                .contains("deployment.apps/checkout scaled");
        assertThat(kubectl("rollout restart deploy/checkout -n shop")).contains("restarted");
        assertThat(kubectl("rollout status deploy/checkout -n shop --timeout=30s"))
                .contains("successfully rolled out");
        assertThat(kubectl("rollout undo deploy/checkout -n shop")).contains("rolled back");
        cluster.settle();
        assertThat(kubectl("get deploy checkout -n shop --no-headers"))
                .startsWith("checkout   4/4");
        assertThat(kubectl("rollout restart sts/ledger -n payments")).contains("restarted");
        assertThat(kubectl("rollout status sts/ledger -n payments --timeout=30s")).contains("roll");
    }

    @Test
    void deletesAndWaitsForTheEnd() {
        assertThat(kubectl("delete deploy cart -n shop --timeout=30s"))
                .contains("deployment.apps \"cart\" deleted");
        assertThat(kubectl("get pods -n shop -l app=cart")).contains("No resources found");
        assertThat(kubectl("delete pod redis-0 -n shop --timeout=30s"))
                .contains("pod \"redis-0\" deleted");
        assertThat(kubectl("delete namespace staging --timeout=30s"))
                .contains("namespace \"staging\" deleted");
    }

    @Test
    void showsLogsAndEvents() {
        assertThat(
                        kubectl("logs -n shop deploy/web --tail=2")
                                .lines()
                                .filter(l -> l.contains("HTTP/1.1")))
                .hasSize(2);
        assertThat(kubectl("logs -n shop -l app=recommendations --previous")).contains("panic: ");
        assertThat(kubectl("get events -n platform"))
                .contains("FailedScheduling", "Insufficient memory");
    }

    @Test
    void actsAsAPersonWithinTheBotsBound() {
        var alice = "--context bot --as alice --as-group shop-developers ";
        assertThat(kubectl(alice + "get pods -n shop")).contains("redis-0");
        assertThat(kubectl(alice + "get secrets -n shop"))
                .contains(
                        "User \"kubechat-bot\" cannot impersonate-on:user-info:list resource"
                                + " \"secrets\"");
        assertThat(kubectl(alice + "delete deploy payments-api -n payments"))
                .contains("User \"alice\" cannot delete resource \"deployments\"");
        assertThat(kubectl("auth can-i list pods -n shop --as alice --as-group shop-developers"))
                .startsWith("yes");
        assertThat(kubectl("auth can-i get secrets -n kube-system --as bob --as-group sre"))
                .startsWith("no");
        assertThat(kubectl(alice + "auth whoami")).contains("alice", "shop-developers");
    }

    @Test
    void runsAFewPrograms() {
        assertThat(kubectl("exec -n shop deploy/web -- cat /etc/os-release")).contains("Stage set");
        assertThat(kubectl("exec -n shop deploy/web -- false"))
                .contains("command terminated with exit code 1");
    }

    @Test
    void isToldWhatIsNotOnStage() throws IOException {
        var map = Files.writeString(folder.resolve("map.json"), Manifests.configMap("a"));
        assertThat(kubectl("apply --validate=false --server-side -f " + map))
                .contains("refuses server-side apply");
        assertThat(kubectl("apply --validate=false -f " + map)).contains("configmap/a created");
        assertThat(kubectl("exec -n shop deploy/web -- nginx -s reload"))
                .contains("has no real containers and plays a few programs only");
        assertThat(kubectl("create configmap b --from-literal=a=b"))
                .contains("does not read a ConfigMap in protobuf");
    }

    @Test
    void dryRunsOnTheServer() {
        assertThat(kubectl("scale deploy web -n shop --replicas=9 --dry-run=server"))
                .contains("scaled (server dry run)");
        assertThat(kubectl("delete deploy web -n shop --dry-run=server"))
                .contains("deleted from shop namespace (server dry run)");
        assertThat(kubectl("get deploy web -n shop --no-headers")).startsWith("web   3/3");
    }

    @Test
    void drainsANode() {
        assertThat(kubectl("cordon node-1")).contains("node/node-1 cordoned");
        assertThat(kubectl("get node node-1")).contains("Ready,SchedulingDisabled");
        assertThat(kubectl("drain node-1 --ignore-daemonsets --force --timeout=1s"))
                .contains("evicting pod");
        assertThat(kubectl("uncordon node-1")).contains("uncordoned");
    }

    private String kubectl(String line) {
        var command =
                new ArrayList<>(
                        List.of(
                                System.getenv(VARIABLE),
                                "--kubeconfig",
                                folder.resolve("config").toString()));
        command.addAll(Arrays.asList(line.split(" ")));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("HOME", folder.toString());
            var process = builder.start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
