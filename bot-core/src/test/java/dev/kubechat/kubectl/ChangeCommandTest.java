package dev.kubechat.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeCommandTest {

    private static final int LINES = Boolean.getBoolean("kubechat.thorough") ? 20_000 : 300;
    private static final long SEED = Long.getLong("kubechat.seed", 20260101);
    private static final Namespace THREAD = new Namespace("thread");

    private final KubectlReader reader = KubectlFixture.reader();

    static List<String> verbs() {
        return ChangeLines.verbs();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void isReadForEveryChangingVerb(String verb) {
        var lines = new ChangeLines(SEED);
        int typed = 0;
        for (int i = 0; i < LINES; i++) {
            String line = lines.next(verb);
            switch (reader.read(line)) {
                case Reading.Command(KubectlCommand command, _) -> {
                    assertThat(command).as(line).isNotInstanceOf(KubectlCommand.NotYet.class);
                    assertThat(command.verb()).as(line).isEqualTo(verb);
                    typed++;
                }
                case Reading.Rejected no -> assertThat(no.sentence()).as(line).isNotBlank();
            }
        }
        assertThat(typed).isGreaterThan(LINES / 10);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void readsBackToTheSameCommand(String verb) {
        var lines = new ChangeLines(SEED);
        for (int i = 0; i < LINES; i++) {
            String line = lines.next(verb);
            if (reader.read(line) instanceof Reading.Command(KubectlCommand command, _)) {
                readsBack(line, command);
                readsBack(line, command.in(THREAD));
            }
        }
    }

    private void readsBack(String line, KubectlCommand command) {
        assertThat(reader.read(command.canonical()))
                .as("%s -> %s", line, command.canonical())
                .isEqualTo(new Reading.Command(command));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void keepsEveryFlagThatSaysSomething(String verb) {
        Map<String, Set<String>> dropped = new HashMap<>();
        var lines = new ChangeLines(SEED);
        Grammar.Command grammar = GrammarFile.builtIn().command(verb);
        for (int i = 0; i < LINES; i++) {
            String line = lines.next(verb);
            if (reader.read(line) instanceof Reading.Command(KubectlCommand command, _)) {
                typed(line)
                        .flags()
                        .forEach((name, values) -> {
                            Flag flag = grammar.flag(name);
                            boolean says = flag != null && !values.equals(List.of(flag.usual()));
                            if (says && !command.line().flags().containsKey(name)) {
                                dropped.computeIfAbsent(name, _ -> new TreeSet<>()).add(line);
                            }
                        });
            }
        }
        assertThat(dropped.keySet()).as(dropped.toString()).isSubsetOf(SAID_OTHERWISE);
    }

    // where it went: into another flag (env, template), into the words, to the cluster, or nowhere
    // as it says nothing then
    private static final Set<String> SAID_OTHERWISE =
            Set.of(
                    "env",
                    "template",
                    "context",
                    "request-timeout",
                    "field-selector",
                    "chunk-size",
                    "interactive",
                    "dry-run",
                    "validate",
                    "list",
                    "recursive",
                    "min",
                    "prune-allowlist",
                    "all",
                    "keep-labels",
                    "keep-init-containers",
                    "share-processes");

    private static CommandLine typed(String line) {
        List<String> words = Words.of(line);
        LineReader.Line read =
                new LineReader(GrammarFile.builtIn()).read(words.subList(1, words.size()));
        return ((LineReader.Line.Read) read).line();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void fillsInTheNamespaceOfTheThreadWhereThereIsOne(String verb) {
        var lines = new ChangeLines(SEED);
        for (int i = 0; i < LINES; i++) {
            String line = lines.next(verb);
            if (reader.read(line) instanceof Reading.Command(ChangeCommand command, _)) {
                boolean fills =
                        command.scope() instanceof Scope.Unsaid && command.livesInNamespace();
                assertThat(command.in(THREAD).scope())
                        .as(line)
                        .isEqualTo(fills ? new Scope.In(THREAD) : command.scope());
            }
        }
    }
}
