package dev.kubechat.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The twin of kubectl's parser and the real one make the same of generated lines. Runs where KUBECHAT_KUBECTL_GRAMMAR names a program
 * that prints what kubectl reads. {@code kubechat.oracle-lines} says how many lines: some hundreds, 100 000 under -Pthorough.
 */
class LineReaderAgainstKubectlTest {

    private static final int LINES = Integer.getInteger("kubechat.oracle-lines", 400);
    private static final long SEED = Long.getLong("kubechat.seed", 20260101);

    private final Grammar grammar = GrammarFile.builtIn();
    private final LineReader reader = new LineReader(grammar);

    private String program = "";

    @BeforeEach
    void findTheProgram() {
        String named = System.getenv("KUBECHAT_KUBECTL_GRAMMAR");
        Assumptions.assumeTrue(
                named != null, "KUBECHAT_KUBECTL_GRAMMAR names no program to compare with");
        program = String.valueOf(named);
    }

    @Test
    void readsWhatKubectlReads() {
        var lines = new GrammarLines(grammar, SEED);
        try (var kubectl = new KubectlOracle(program)) {
            for (int i = 0; i < LINES; i++) {
                List<String> words = lines.next();
                assertThat(mine(words))
                        .as("line %d: %s", i, words)
                        .isEqualTo(compared(kubectl.read(words)));
            }
        }
    }

    private @Nullable CommandLine mine(List<String> words) {
        return reader.read(words) instanceof LineReader.Line.Read read
                ? compared(read.line())
                : null;
    }

    /** kubectl prints a map flag as one text, in brackets or not, so maps are compared as that. */
    private @Nullable CommandLine compared(@Nullable CommandLine line) {
        if (line == null) {
            return null;
        }
        var flags = new TreeMap<String, List<String>>();
        line.flags()
                .forEach((name, values) -> {
                    Flag flag = grammar.command(line.verb()).flag(name);
                    boolean map = flag != null && isMap(flag.type());
                    flags.put(name, map ? List.of(unbracketed(GoCsv.write(values))) : values);
                });
        return new CommandLine(line.verb(), line.arguments(), flags, line.afterDash());
    }

    private static boolean isMap(FlagType type) {
        return type == FlagType.STRING_TO_STRING || type == FlagType.MAP_STRING_STRING;
    }

    private static String unbracketed(String pairs) {
        return pairs.replaceAll("[\\[\\]\"]", "");
    }
}
