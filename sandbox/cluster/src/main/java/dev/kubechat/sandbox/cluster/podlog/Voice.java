package dev.kubechat.sandbox.cluster.podlog;

import java.time.Duration;
import java.util.List;

/** How a program talks: what it says at its start, from time to time, and at its end. */
public record Voice(
        List<String> opening, List<String> lines, List<String> closing, Duration every) {
    public Voice {
        opening = List.copyOf(opening);
        lines = List.copyOf(lines);
        closing = List.copyOf(closing);
    }

    Voice endingWith(List<String> words) {
        return new Voice(opening, lines, words, every);
    }

    /** A run that died: it began, and then said why it ended. */
    Voice dyingWith(List<String> words) {
        return new Voice(opening, List.of(), words, every);
    }
}
