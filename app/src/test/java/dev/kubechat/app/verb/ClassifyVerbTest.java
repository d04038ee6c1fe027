package dev.kubechat.app.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.risk.Classifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifyVerbTest {

    private static Ran classify(String input, String... words) {
        return Ran.with(new ClassifyVerb(), input, words);
    }

    @Test
    void answersWithAllThatIsKnown() {
        assertThat(classify("k get po -n shop\n").out())
                .isEqualTo(
                        "{\"command\": \"k get po -n shop\", \"canonical\": \"kubectl get pods"
                                + " --namespace=shop\", \"risk\": \"safe\", \"reasons\": [\"Only"
                                + " reads.\"], \"instead\": null}\n");
    }

    @Test
    void answersEachLineInOrderTheLastWithoutAnEndToo() {
        var ran = classify("get pods\n\nkubectl delete ns shop\r\nscale deploy web --replicas=2");
        assertThat(ran.each("command"))
                .containsExactly(
                        "get pods", "", "kubectl delete ns shop", "scale deploy web --replicas=2");
        assertThat(ran.each("risk")).containsExactly("safe", "forbidden", "dangerous", "warning");
        assertThat(ran.status()).isZero();
    }

    @Test
    void answersNothingWhereNothingIsAsked() {
        assertThat(classify("").out()).isEmpty();
    }

    @Test
    void judgesTheManifestUnderTheLine() {
        var ran =
                classify(
                        """
                        {"command": "kubectl apply -f -\\n```\\nkind: ConfigMap\\napiVersion: v1\\n```"}
                        {"command": "kubectl apply -f -\\n```yaml\\nkind: ClusterRole\\napiVersion: rbac.authorization.k8s.io/v1\\n```"}
                        {"command": "kubectl apply -f web.yaml\\n```yaml\\nkind: Pod\\napiVersion: v1\\nspec: {hostPID: true}\\n```"}
                        {"command": "kubectl get -f - -o yaml\\n```yaml\\nkind: Secret\\napiVersion: v1\\n```"}
                        """,
                        "--json");
        assertThat(ran.each("risk"))
                .containsExactly("warning", "dangerous", "dangerous", "warning");
    }

    @Test
    void saysWhatToTypeInstead() {
        var ran = classify("kubectl get pods | grep web\n");
        assertThat(ran.each("risk")).containsExactly("forbidden");
        assertThat(ran.each("instead")).containsExactly("kubectl get pods");
        assertThat(ran.each("canonical")).containsExactly("");
    }

    @Test
    void forbidsWhatIsNoUtf8() {
        byte[] line = "get pods -n sh\u00f6p\nget pods\n".getBytes(StandardCharsets.ISO_8859_1);
        var ran = Ran.with(new ClassifyVerb(), line);
        assertThat(ran.each("risk")).containsExactly("forbidden", "safe");
        assertThat(ran.answers().getFirst().texts("reasons"))
                .containsExactly("The line is not UTF-8, so nobody can tell what it says.");
    }

    @Test
    void takesTheReplacementSignForTheLetterThatItIs() {
        var ran = classify("annotate pod web 'note=\uFFFD'\n");
        assertThat(ran.answers().getFirst().texts("reasons"))
                .noneMatch(reason -> reason.contains("UTF-8"));
    }

    @Test
    void forbidsNulAndOtherUnseenSigns() {
        assertThat(classify("get pods\0\nget \u202epods\n\0\n").each("risk"))
                .containsExactly("forbidden", "forbidden", "forbidden");
    }

    @Test
    void forbidsALineOfManyMebibytesAndGoesOn() {
        String line = "a".repeat(3 * 1024 * 1024);
        var ran = classify(line + "\nget pods\n" + line);
        assertThat(ran.each("risk")).containsExactly("forbidden", "safe", "forbidden");
        assertThat(ran.out().length()).isLessThan(2000);
    }

    @Test
    void takesACommandWithLineBreaksAsJson() {
        var ran =
                classify(
                        """
                        {"command": "kubectl get pods \\\\\\n -n shop"}
                        {"command": "get pods\\nget services"}
                        """,
                        "--json");
        assertThat(ran.each("risk")).containsExactly("safe", "forbidden");
        assertThat(ran.each("canonical")).containsExactly("kubectl get pods --namespace=shop", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "get pods",
                "{",
                "{}",
                "[]",
                "null",
                "{\"command\": 1}",
                "{\"command\": null}",
                "{\"command\": \"get pods\"} {}",
                "{\"command\": \"get pods\", \"command\": \"get services\"}",
                "{\"command\": \"get \\ud800\"}",
                "\0"
            })
    void answersBrokenJsonToo(String line) {
        var ran = classify(line + "\n{\"command\": \"get pods\"}\n", "--json");
        assertThat(ran.each("risk")).containsExactly("forbidden", "safe");
        assertThat(ran.answers().getFirst().texts("reasons")).hasSize(1);
    }

    @Test
    void answersJsonThatIsNestedBeyondMeasure() {
        var ran = classify("{\"command\": " + "[".repeat(200_000) + "\nget pods\n", "--json");
        assertThat(ran.each("risk")).containsExactly("forbidden", "forbidden");
    }

    @Test
    void judgesWhereTheCommandWouldRun() {
        String line = "rollout restart deploy web\n";
        assertThat(classify(line).each("risk")).containsExactly("warning");
        assertThat(classify(line, "--production", "--cluster", "eu").each("risk"))
                .containsExactly("dangerous");
        var elsewhere = classify(line, "--namespace=kube-system");
        assertThat(elsewhere.each("risk")).containsExactly("dangerous");
        assertThat(elsewhere.each("canonical").getFirst()).contains("--namespace=kube-system");
    }

    @Test
    void judgesByRulesOfOnesOwn(@TempDir Path folder) throws IOException {
        var rules = folder.resolve("rules.yaml");
        Files.writeString(rules, ownRules("Reading is forbidden today."));
        var ran = classify("get pods\n", "--rules", rules.toString());
        assertThat(ran.each("risk")).containsExactly("forbidden");
        assertThat(ran.answers().getFirst().texts("reasons"))
                .containsExactly("Reading is forbidden today.");
    }

    /** Those that come with KubeChat, with one of one's own in place of the first part. */
    private static String ownRules(String reason) throws IOException {
        try (var builtIn = Classifier.class.getResourceAsStream("rules.yaml")) {
            var rules = new String(builtIn.readAllBytes(), StandardCharsets.UTF_8);
            return "version: 1\nbase:\n- {level: forbidden, reason: \"%s\"}\n%s"
                    .formatted(reason, rules.substring(rules.indexOf("\nalso:")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "version: 2", "[]", "\t", "version: 1\nbase: [{level: mild}]", "a: *b"})
    void refusesRulesThatItCannotTake(String yaml, @TempDir Path folder) throws IOException {
        var rules = folder.resolve("rules.yaml");
        Files.writeString(rules, yaml);
        assertThatThrownBy(() -> classify("get pods\n", "--rules=" + rules))
                .isInstanceOf(WrongUse.class)
                .hasMessageStartingWith("The rules in %s cannot be taken".formatted(rules));
    }

    @Test
    void refusesRulesThatItCannotRead(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("latin"), new byte[] {(byte) 0xE4});
        for (var file : List.of(folder.resolve("none"), folder, folder.resolve("latin"))) {
            assertThatThrownBy(() -> classify("", "--rules", file.toString()))
                    .isInstanceOf(WrongUse.class)
                    .hasMessageContaining("cannot be read");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--yaml", "-x", "get pods", "--json=yes", "--rules", "--namespace=Not_One"})
    void refusesWordsThatItDoesNotTake(String word) {
        assertThatThrownBy(() -> classify("get pods\n", word)).isInstanceOf(WrongUse.class);
    }

    @Test
    void writesAnswersBeforeItWaitsForMoreInput() throws IOException {
        var out = new ByteArrayOutputStream();
        var input = new Slow(out, "get pods\nget ", "services\n", "get nodes");
        new ClassifyVerb().run(List.of(), new Streams(input, out, System.err));
        assertThat(input.answersSeen).containsExactly(0L, 1L, 2L, 2L);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
    }

    /** Gives one piece at a time, and counts the answers that are there whenever the next one is waited for. */
    private static final class Slow extends InputStream {
        private final ByteArrayOutputStream answers;
        private final Deque<String> pieces;
        private final List<Long> answersSeen = new ArrayList<>();

        Slow(ByteArrayOutputStream answers, String... pieces) {
            this.answers = answers;
            this.pieces = new ArrayDeque<>(List.of(pieces));
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            answersSeen.add(answers.toString(StandardCharsets.UTF_8).lines().count());
            var piece = pieces.poll();
            if (piece == null) {
                return -1;
            }
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            System.arraycopy(bytes, 0, buffer, offset, bytes.length);
            return bytes.length;
        }
    }
}
