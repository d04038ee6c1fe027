package dev.kubechat.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.sandbox.cluster.StageCluster;
import dev.kubechat.sandbox.cluster.StageClusterOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One kubectl command from a terminal, on the in-process cluster. */
class KubectlVerbIT {

    // the in-process cluster's own, with each answer
    private static final String UNCHECKED =
            "Warning: This in-process cluster does not look for unknown fields, so"
                    + " fieldValidation=Strict checks nothing here.\n";

    @TempDir private static Path folder;

    private static StageCluster stage;
    private static String kubeconfig;

    @BeforeAll
    static void start() throws Exception {
        stage = StageCluster.start(StageClusterOptions.shop());
        kubeconfig = Files.writeString(folder.resolve("kubeconfig"), stage.kubeconfig()).toString();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private record Said(String out, String errors, int exit) {}

    private static Said run(String... words) {
        var out = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var exit =
                new KubectlVerb(print(out), print(errors), Clock.systemUTC())
                        .run(List.of(words), Map.of("KUBECONFIG", kubeconfig));
        return new Said(
                out.toString(StandardCharsets.UTF_8),
                errors.toString(StandardCharsets.UTF_8),
                exit);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Test
    void printsWhatKubectlPrints() {
        assertThat(run("--", "get", "deployment", "checkout", "-n", "shop", "-o", "name"))
                .isEqualTo(new Said("deployment.apps/checkout\n", "", 0));
    }

    @Test
    void endsAsKubectlEnds() {
        assertThat(run("--", "get", "deployment", "missing", "-n", "shop"))
                .isEqualTo(
                        new Said(
                                "",
                                "Error from server (NotFound): deployments.apps \"missing\" not"
                                        + " found\n",
                                1));
    }

    @Test
    void takesEachWordAsItIs() {
        assertThat(run("--", "get", "pods", "-n", "shop", "-l", "app in (nothing, at all)"))
                .isEqualTo(new Said("", "No resources found in shop namespace.\n", 0));
    }

    @Test
    void actsAsWhomTheOperatorNames() {
        var said = run("--as=mallory", "--as-group=strangers", "--", "get", "pods", "-n", "shop");

        assertThat(said.errors()).startsWith("Error from server (Forbidden): ").contains("mallory");
        assertThat(said.exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get pods --as=root",
                "get pods --token=x",
                "edit deployment checkout",
                "delete namespace kube-system",
                "get po\u200Bds",
                "nonsense"
            })
    void treatsTheWordsAsAStrangers(String line) {
        var words = ("-- " + line).split(" ");

        var said = run(words);

        assertThat(said.out()).isEmpty();
        assertThat(said.errors()).startsWith("error: ").endsWith("\n");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void changesNothingUnlessToldTo() {
        var before = replicas();

        var said = run("--", "scale", "deployment/checkout", "--replicas=5", "-n", "shop");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.errors()).contains("Nothing was changed", "--yes");
        assertThat(replicas()).isEqualTo(before).isNotEqualTo("5");
    }

    @Test
    void changesWhatItIsToldTo() {
        var said = run("--yes", "--", "scale", "deployment/cart", "--replicas=4", "-n", "shop");

        assertThat(said).isEqualTo(new Said("deployment.apps/cart scaled\n", "", 0));
    }

    private static String replicas() {
        var yaml = run("--", "get", "deployment", "checkout", "-n", "shop", "-o", "yaml").out();
        return yaml.lines()
                .filter(line -> line.startsWith("  replicas: "))
                .findFirst()
                .orElseThrow()
                .replace("  replicas: ", "");
    }

    @Test
    void doesNotLookBesideTheKubeconfigItIsGiven() {
        var said = run("--kubeconfig=" + folder.resolve("missing"), "--", "get", "pods");

        assertThat(said.errors()).contains("cannot be read from");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void makesANamespaceAndWhatLivesInIt() throws Exception {
        Files.writeString(
                folder.resolve("made.yaml"),
                """
                {apiVersion: v1, kind: Namespace, metadata: {name: made}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: made}, data: {a: "1"}}
                """);

        assertThat(run("--files", folder.toString(), "--yes", "--", "apply", "-f", "made.yaml"))
                .isEqualTo(
                        new Said(
                                """
                                namespace/made created
                                configmap/settings created
                                """,
                                UNCHECKED,
                                0));
        assertThat(run("--", "get", "configmaps", "-n", "made", "-o", "name").out())
                .contains("configmap/settings");
    }

    @Test
    void warnsAsKubectlWarns() throws Exception {
        Files.writeString(
                folder.resolve("unnoted.yaml"),
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: unnoted}, data: {a: \"1\"}}");
        run("--yes", "--", "create", "configmap", "unnoted", "-n", "shop", "--from-literal=a=0");

        var said =
                run(
                        "--files",
                        folder.toString(),
                        "--yes",
                        "--",
                        "apply",
                        "-f",
                        "unnoted.yaml",
                        "-n",
                        "shop");

        assertThat(said.out()).isEqualTo("configmap/unnoted configured\n");
        assertThat(said.errors())
                .startsWith("Warning: resource configmaps/unnoted is missing the kubectl")
                .endsWith("The missing annotation will be patched automatically.\n" + UNCHECKED);
    }
}
