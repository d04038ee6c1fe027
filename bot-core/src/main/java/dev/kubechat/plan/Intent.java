package dev.kubechat.plan;

import java.util.List;
import java.util.Optional;

/** One thing people ask for, and the ways they say it. */
interface Intent {

    /** Empty if something else is meant, or more than this understands. */
    Optional<Said> read(Sentence sentence);

    /** What was said. */
    sealed interface Said {

        /** A kubectl line, without namespace, to be read like anybody's typing. */
        record Line(String text) implements Said {}

        /** It can be answered or asked back at once. */
        record Told(Plan plan) implements Said {}
    }

    static Optional<Said> line(String text) {
        return Optional.of(new Said.Line(text));
    }

    static Optional<Said> ask(String text, String... suggestions) {
        return Optional.of(new Said.Told(new Plan.Question(text, List.of(suggestions))));
    }
}
