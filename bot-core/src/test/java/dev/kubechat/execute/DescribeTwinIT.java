package dev.kubechat.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kubechat.cluster.ClusterFixture;
import dev.kubechat.execute.Sight.No;
import dev.kubechat.kubectl.KubectlCommand.Describe;
import dev.kubechat.kubectl.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Descriptions of a world of many kinds are kubectl's, byte for byte but for ages, on a cluster of KUBECHAT_TEST_KUBECONFIG with the
 * kubectl of KUBECHAT_TEST_KUBECTL.
 */
class DescribeTwinIT {

    private static final @Nullable String KUBECONFIG = System.getenv("KUBECHAT_TEST_KUBECONFIG");
    private static final @Nullable String KUBECTL = System.getenv("KUBECHAT_TEST_KUBECTL");
    private static final String WORLD = "describe-" + UUID.randomUUID().toString().substring(0, 8);

    /** While pods come and go, kubectl and we may see different worlds. */
    private static final int TRIES = 8;

    private static @Nullable KubernetesClient admin;

    @TempDir private static Path folder;

    private record Said(String text, String errors, int exit) {}

    @BeforeAll
    static void prepare() throws IOException {
        if (KUBECONFIG == null || KUBECTL == null) {
            System.out.println(
                    "DescribeTwinIT is skipped: KUBECHAT_TEST_KUBECONFIG or KUBECHAT_TEST_KUBECTL"
                            + " is not set.");
        }
        assumeTrue(
                KUBECONFIG != null && KUBECTL != null, "no cluster or no kubectl to compare with");
        admin = ClusterFixture.unguardedClient(Objects.requireNonNull(KUBECONFIG));
        load(resource("describe-types.yaml"));
        load(resource("describe-world.yaml"));
        load(resource("describe-custom.yaml"));
    }

    private static String resource(String name) throws IOException {
        try (var stream = Objects.requireNonNull(DescribeTwinIT.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("WORLD", WORLD);
        }
    }

    // by kubectl, which brings what it applies as a person would
    private static void load(String manifest) throws IOException {
        var file = Files.writeString(folder.resolve("world.yaml"), manifest);
        var said = kubectl("create -f " + file);
        assertThat(said.exit()).as(said.errors()).isZero();
    }

    @AfterAll
    static void cleanUp() throws IOException {
        if (admin != null) {
            for (var types :
                    List.of(
                            "persistentvolumes,storageclasses,clusterroles,clusterrolebindings",
                            "priorityclasses,ingressclasses,namespaces,runtimeclasses",
                            "customresourcedefinitions")) {
                kubectl("delete " + types + " -l world=" + WORLD + " --wait=false");
            }
            admin.close();
        }
    }

    static List<String> lines() throws IOException {
        return resource("describe-lines.txt").lines().filter(line -> !line.isBlank()).toList();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void describesAsKubectlDoes(String line) {
        Said kubectl = null;
        Said ours = null;
        for (var i = 0; i < TRIES && (kubectl == null || !kubectl.equals(ours)); i++) {
            kubectl = levelled(kubectl(line));
            ours = levelled(ours(line));
        }
        assertThat(ours).isEqualTo(kubectl);
    }

    private static Said ours(String line) {
        var api = new Api(ClusterFixture.STAGING, Objects.requireNonNull(admin));
        var sight =
                new Sight(
                        api,
                        new Discovery(_ -> api, Clock.systemUTC()),
                        ClusterFixture.caller("admin"));
        var command = (Describe) ExecuteFixture.command(line).in(new Namespace(WORLD));
        try {
            var printed = new DescribeVerb(sight, command, Clock.systemUTC().instant()).print();
            return new Said(printed.text(), printed.errors(), printed.exit());
        } catch (No no) {
            return new Said("", no.errors(), 1);
        }
    }

    // ages tick, and so do the columns behind them; a node renews its lease
    private static Said levelled(Said said) {
        return new Said(
                said.text()
                        .replaceAll("(?m)^(  RenewTime: *).*$", "$1TIME")
                        .replaceAll("\\b\\d+[smhdy](\\d+[smhd])?\\b *", "AGE "),
                said.errors(),
                said.exit());
    }

    private static Said kubectl(String line) {
        var command =
                new ArrayList<>(
                        List.of(
                                Objects.requireNonNull(KUBECTL),
                                "--kubeconfig",
                                Objects.requireNonNull(KUBECONFIG)));
        command.addAll(List.of(line.split(" ")));
        if (!line.contains(" -A") && !line.startsWith("create")) {
            command.addAll(List.of("-n", WORLD));
        }
        try {
            var errors = folder.resolve("errors.txt");
            var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(text, Files.readString(errors), process.waitFor());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
