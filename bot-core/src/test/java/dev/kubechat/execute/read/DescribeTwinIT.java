package dev.kubechat.execute.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.ClusterFixture;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.Discovery;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.change.ExecuteFixture;
import dev.kubechat.execute.read.KubectlTwin.Ended;
import dev.kubechat.kubectl.KubectlCommand.Describe;
import dev.kubechat.kubectl.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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

    private static final String WORLD = "describe-" + UUID.randomUUID().toString().substring(0, 8);

    /** While pods come and go, kubectl and we may see different worlds. */
    private static final int TRIES = 8;

    @TempDir private static Path folder;

    private static @Nullable KubectlTwin kubectl;
    private static @Nullable KubernetesClient admin;

    @BeforeAll
    static void prepare() throws Exception {
        kubectl = KubectlTwin.prepare(DescribeTwinIT.class, folder);
        admin = ClusterFixture.unguardedClient(kubectl.kubeconfig());
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
    private static void load(String manifest) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("world.yaml"), manifest);
        var said = theirs("create -f " + file);
        assertThat(said.exit()).as(said.errors()).isZero();
    }

    @AfterAll
    static void cleanUp() throws Exception {
        if (admin != null) {
            for (var types :
                    List.of(
                            "persistentvolumes,storageclasses,clusterroles,clusterrolebindings",
                            "priorityclasses,ingressclasses,namespaces,runtimeclasses",
                            "customresourcedefinitions")) {
                theirs("delete " + types + " -l world=" + WORLD + " --wait=false");
            }
            admin.close();
        }
    }

    static List<String> lines() throws IOException {
        return resource("describe-lines.txt").lines().filter(line -> !line.isBlank()).toList();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void describesAsKubectlDoes(String line) throws Exception {
        Ended theirs = null;
        Ended ours = null;
        for (var i = 0; i < TRIES && (theirs == null || !theirs.equals(ours)); i++) {
            theirs = levelled(theirs(line));
            ours = levelled(ours(line));
        }
        assertThat(ours).isEqualTo(theirs);
    }

    private static Ended ours(String line) {
        var api = new Api(ClusterFixture.STAGING, Objects.requireNonNull(admin));
        var sight =
                new Sight(
                        api,
                        new Discovery(_ -> api, Clock.systemUTC()),
                        ClusterFixture.caller("admin"));
        var command = (Describe) ExecuteFixture.command(line).in(new Namespace(WORLD));
        try {
            var printed = new DescribeVerb(sight, command, Clock.systemUTC().instant()).print();
            return new Ended(printed.text(), printed.errors(), printed.exit());
        } catch (No no) {
            return new Ended("", no.errors(), 1);
        }
    }

    // ages tick, and so do the columns behind them; a node renews its lease
    private static Ended levelled(Ended said) {
        return new Ended(
                said.text()
                        .replaceAll("(?m)^(  RenewTime: *).*$", "$1TIME")
                        .replaceAll("\\b\\d+[smhdy](\\d+[smhd])?\\b *", "AGE "),
                said.errors(),
                said.exit());
    }

    private static Ended theirs(String line) throws IOException, InterruptedException {
        var twin = Objects.requireNonNull(kubectl);
        return line.contains(" -A") || line.startsWith("create")
                ? twin.run(line)
                : twin.run(line, "-n", WORLD);
    }
}
