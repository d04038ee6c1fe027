package dev.kubechat.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lines of text as commands, for tests. */
public final class KubectlFixture {

    private static final KubectlReader READER = new KubectlReader();

    private KubectlFixture() {}

    public static KubectlReader reader() {
        return READER;
    }

    public static KubectlCommand command(String line) {
        Reading reading = READER.read(line);
        assertThat(reading).as(line).isInstanceOf(Reading.Command.class);
        return ((Reading.Command) reading).command();
    }

    public static Reading.Rejected rejected(String line) {
        Reading reading = READER.read(line);
        assertThat(reading).as(line).isInstanceOf(Reading.Rejected.class);
        return (Reading.Rejected) reading;
    }

    /** Made-up lines as people type them, some with mistakes. */
    public static Stream<String> lines(int count) {
        var lines = new ChatLines(count);
        return IntStream.range(0, count).mapToObj(i -> i % 5 == 0 ? lines.damaged() : lines.line());
    }

    /** Lines with all of kubectl's commands and flags, many of them wrong. */
    public static Stream<String> grammarLines(int count) {
        var lines = new GrammarLines(GrammarFile.builtIn(), count);
        return IntStream.range(0, count).mapToObj(i -> "kubectl " + Canonical.words(lines.next()));
    }

    public static ObjectName object(String typeAndName) {
        String[] parts = typeAndName.split("/", 2);
        return new ObjectName(ResourceType.of(parts[0]), parts[1]);
    }

    public static Scope in(String namespace) {
        return new Scope.In(new Namespace(namespace));
    }
}
