package dev.kubechat.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kubechat.app.FidelityTwins.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code kubechat kubectl --yes} does is what kubectl does: each changing command runs through kubectl in one namespace and
 * through KubeChat in its twin, on the cluster of KUBECHAT_TEST_KUBECONFIG with the kubectl of KUBECHAT_TEST_KUBECTL, and then both
 * hold the same objects, printed the same, and ended alike. Writes target/changes.md and target/changes-differences.txt.
 */
class TwinChangesIT {

    private static final @Nullable String KUBECONFIG = System.getenv("KUBECHAT_TEST_KUBECONFIG");
    private static final @Nullable String KUBECTL = System.getenv("KUBECHAT_TEST_KUBECTL");
    private static final Path FOLDER = Path.of("src", "test", "resources", "changes");
    private static final String THEIRS = "twin-a";
    private static final String OURS = "twin-b";

    @TempDir private static Path home;

    private static @Nullable FidelityTwins twins;

    private record Row(int cases, int same, int errorsToo) {
        Row plus(boolean isSame, boolean errors) {
            return new Row(cases + 1, same + (isSame ? 1 : 0), errorsToo + (errors ? 1 : 0));
        }
    }

    @BeforeAll
    static void prepare() throws IOException {
        if (KUBECONFIG == null || KUBECTL == null) {
            System.out.println(
                    "TwinChangesIT is skipped: KUBECHAT_TEST_KUBECONFIG or KUBECHAT_TEST_KUBECTL is"
                            + " not set.");
        }
        assumeTrue(
                KUBECONFIG != null && KUBECTL != null, "no cluster or no kubectl to compare with");
        twins =
                new FidelityTwins(
                        Objects.requireNonNull(KUBECTL), Objects.requireNonNull(KUBECONFIG), home);
        takeAway();
        for (var namespace : List.of(THEIRS, OURS)) {
            must("create", "namespace", namespace);
            must("wait", "-n", namespace, "--for=create", "sa/default", "--timeout=30s");
            var world = Files.readString(FOLDER.resolve("world.yaml"));
            var file =
                    Files.writeString(home.resolve("world.yaml"), world.replace("{ns}", namespace));
            must("apply", "-n", namespace, "-f", file.toString());
            must("rollout", "status", "deployment/web", "-n", namespace, "--timeout=50s");
            must("rollout", "status", "deployment/api", "-n", namespace, "--timeout=50s");
            manifests(namespace);
        }
    }

    private static void manifests(String namespace) throws IOException {
        var folder = Files.createDirectory(home.resolve(namespace));
        try (var files = Files.list(FOLDER.resolve("files"))) {
            for (var file : files.toList()) {
                Files.writeString(
                        folder.resolve(file.getFileName()),
                        Files.readString(file, ISO_8859_1).replace("{ns}", namespace),
                        ISO_8859_1);
            }
        }
    }

    @AfterAll
    static void takeAway() {
        if (twins == null) {
            return;
        }
        for (var namespace : List.of(THEIRS, OURS)) {
            say("delete", "node", namespace + "-node", "--ignore-not-found");
            for (var kind : List.of("clusterrole", "clusterrolebinding", "priorityclass")) {
                for (var name : List.of("-made", "-paths", "-sum", "-never", "-filed")) {
                    say("delete", kind, namespace + name, "--ignore-not-found");
                }
            }
            say("delete", "pods", "--all", "-n", namespace, "--force", "--grace-period=0");
            say(
                    "delete",
                    "ns",
                    namespace,
                    namespace + "-made",
                    namespace + "-filed",
                    namespace + "-new",
                    namespace + "-fresh",
                    namespace + "-third",
                    "--ignore-not-found");
        }
    }

    private static Said say(String... words) {
        return Objects.requireNonNull(twins).kubectl(null, List.of(words));
    }

    private static void must(String... words) {
        var said = say(words);
        if (said.exit() != 0) {
            throw new IllegalStateException(String.join(" ", words) + ": " + said.errors());
        }
    }

    @Test
    void changesWhatKubectlChangesButForKnownDifferences() throws IOException {
        var cases = FidelityCase.read(Files.readString(FOLDER.resolve("cases.txt")), pod -> pod);
        var known = FidelityIT.known(Files.readString(FOLDER.resolve("known-differences.txt")));

        var rows = new LinkedHashMap<String, Row>();
        var different = new ArrayList<String>();
        var told = new StringBuilder();
        var before = differences();
        assertThat(before).as("the twins before the first command").isEmpty();
        for (var one : cases) {
            var theirs =
                    levelled(
                            both().kubectl(null, words(one, THEIRS), home.resolve(THEIRS)), THEIRS);
            var ours = levelled(both().changed(words(one, OURS), home.resolve(OURS)), OURS);
            var after = differences();
            var now = new LinkedHashMap<>(after);
            now.entrySet().removeAll(before.entrySet());
            before = after;
            var same = ours.isLike(theirs) && now.isEmpty();
            var errors = same && ours.errors().equals(theirs.errors());
            rows.merge(
                    one.group(),
                    new Row(0, 0, 0).plus(same, errors),
                    (row, _) -> row.plus(same, errors));
            if (!same) {
                different.add(one.line());
            }
            if (!errors) {
                told.append(difference(one.line(), theirs, ours, now));
            }
        }

        Files.writeString(Path.of("target", "changes.md"), table(rows));
        Files.writeString(Path.of("target", "changes-differences.txt"), told);
        System.out.println(table(rows));
        System.out.println(
                "known, and the same by now: "
                        + known.keySet().stream()
                                .filter(line -> !different.contains(line))
                                .toList());
        assertThat(cases.stream().map(FidelityCase::line)).containsAll(known.keySet());
        assertThat(different)
                .as("differences from kubectl, see target/changes-differences.txt")
                .isSubsetOf(known.keySet());
    }

    private static FidelityTwins both() {
        return Objects.requireNonNull(twins);
    }

    private static Map<String, String> differences() {
        var states = TwinState.of(both(), THEIRS, OURS);
        return states.getFirst().differences(states.getLast());
    }

    private static List<String> words(FidelityCase one, String namespace) {
        var words = new ArrayList<>(List.of("-n", namespace));
        one.words().forEach(word -> words.add(word.replace("{ns}", namespace)));
        return words;
    }

    private static Said levelled(Said said, String namespace) {
        return new Said(
                said.out().replace(namespace, "{ns}"),
                said.errors().replace(namespace, "{ns}"),
                said.exit());
    }

    private static String difference(
            String line, Said theirs, Said ours, Map<String, String> objects) {
        var text = new StringBuilder("=== " + line + "\n");
        if (!theirs.isLike(ours)) {
            text.append("kubectl %d:\n%s".formatted(theirs.exit(), theirs.out()));
            text.append("KubeChat %d:\n%s".formatted(ours.exit(), ours.out()));
        }
        if (!theirs.errors().equals(ours.errors())) {
            text.append("kubectl's errors: %s".formatted(theirs.errors()));
            text.append("KubeChat's errors: %s".formatted(ours.errors()));
        }
        objects.forEach((key, lines) -> text.append(key).append(":\n").append(lines));
        return text.append('\n').toString();
    }

    private static String table(Map<String, Row> rows) {
        var all = new Row(0, 0, 0);
        var text =
                new StringBuilder(
                        """
                        | commands | objects, output and exit status | of them | errors too |
                        | --- | --- | --- | --- |
                        """);
        for (var one : rows.entrySet()) {
            var row = one.getValue();
            text.append(line(one.getKey(), row));
            all =
                    new Row(
                            all.cases() + row.cases(),
                            all.same() + row.same(),
                            all.errorsToo() + row.errorsToo());
        }
        return text.append(line("all", all)).toString();
    }

    private static String line(String group, Row row) {
        return "| %s | %d of %d | %.1f %% | %d |\n"
                .formatted(
                        group,
                        row.same(),
                        row.cases(),
                        100.0 * row.same() / row.cases(),
                        row.errorsToo());
    }
}
