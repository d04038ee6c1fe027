package dev.kubechat.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrammarFileTest {

    /** As a newer kubectl would print it: another command, another flag, and things nobody knows yet. */
    private static final String NEWER =
            """
            {"commands": [
              {"path": "", "runs": true, "flags": [{"name": "namespace", "shorthand": "n", "type": "string"}]},
              {"path": "get", "runs": true, "flags": [
                {"name": "output", "shorthand": "o", "type": "string", "usage": {"text": "how"}},
                {"name": "nicely", "type": "bool", "default": "false", "noOptDefVal": "true", "hidden": true}]},
              {"path": "teleport", "runs": true, "aliases": ["tp"], "since": ["1.99"], "flags": [
                {"name": "to", "type": "stringSlice", "default": "[]"}]}],
             "kubectl": "v1.99.0", "built": {"by": ["somebody"]}}
            """;

    private static Grammar newer() {
        return GrammarFile.read(new ByteArrayInputStream(NEWER.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void knowsAllOfKubectl() {
        Grammar grammar = GrammarFile.builtIn();
        assertThat(grammar.version()).isEqualTo("v1.36.3");
        assertThat(grammar.commands()).hasSize(111);
        assertThat(grammar.command("set serviceaccount").flag("all")).isNotNull();
    }

    @Test
    void takesANewerGrammarAsItIs() {
        assertThat(newer().version()).isEqualTo("v1.99.0");
        assertThat(new LineReader(newer()).read(List.of("-n", "shop", "tp", "web-0", "--to=a,b")))
                .isInstanceOfSatisfying(
                        LineReader.Line.Read.class,
                        read -> {
                            assertThat(read.line().verb()).isEqualTo("teleport");
                            assertThat(read.line().values("to")).containsExactly("a", "b");
                        });
    }

    @Test
    void understandsANewCommandAsAChangeNotDoneYet() {
        assertThat(new KubectlReader(newer()).read("kubectl teleport web-0 --to=a"))
                .isInstanceOfSatisfying(
                        Reading.Command.class,
                        read -> {
                            assertThat(read.command()).isInstanceOf(KubectlCommand.NotYet.class);
                            assertThat(read.command().changes()).isTrue();
                        });
    }

    @Test
    void doesNotTakeANewFlagForOneItKnows() {
        assertThat(new KubectlReader(newer()).read("kubectl get pods --nicely"))
                .isInstanceOfSatisfying(
                        Reading.Command.class,
                        read ->
                                assertThat(read.command())
                                        .isInstanceOf(KubectlCommand.NotYet.class));
    }
}
