package dev.kubechat.kubectl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A typed command on its way back to a line: only what does not go without saying is written. */
final class WrittenLine {

    private final String verb;
    private final List<String> words = new ArrayList<>();
    private final TreeMap<String, List<String>> flags = new TreeMap<>();

    WrittenLine(String verb) {
        this.verb = verb;
    }

    WrittenLine word(@Nullable String word) {
        if (word != null) {
            words.add(word);
        }
        return this;
    }

    WrittenLine select(Selection selection) {
        switch (selection) {
            case Selection.Named named ->
                    named.objects().forEach(object -> words.add(object.toString()));
            case Selection.InFiles files -> {
                throw new IllegalArgumentException(
                        "a read with files has no form of its own: " + files);
            }
            case Selection.Matching matching -> {
                words.add(LineBuilder.listed(matching.types()));
                value("selector", matching.labelSelector());
                value("field-selector", matching.fieldSelector());
                flag("all", matching.all());
            }
        }
        return this;
    }

    WrittenLine scope(Scope scope) {
        return switch (scope) {
            case Scope.In in -> value("namespace", in.namespace());
            case Scope.Everywhere _ -> flag("all-namespaces", true);
            case Scope.Unsaid _ -> this;
        };
    }

    WrittenLine flag(String name, boolean set) {
        return value(name, set ? "true" : null);
    }

    /** Writes it unless it is null or empty. */
    WrittenLine flag(String name, @Nullable String text) {
        return value(name, text == null || text.isEmpty() ? null : text);
    }

    /** Writes it unless it is null. */
    WrittenLine value(String name, @Nullable Object value) {
        if (value != null) {
            flags.put(name, List.of(value.toString()));
        }
        return this;
    }

    WrittenLine list(String name, List<String> values) {
        if (!values.isEmpty()) {
            flags.put(name, values);
        }
        return this;
    }

    /** The duration as Go writes it; null if it is the usual one. */
    static @Nullable String unless(Duration usual, Duration duration) {
        return duration.equals(usual) ? null : GoDuration.show(duration.toNanos());
    }

    CommandLine line() {
        // a word that looks like a flag was typed behind dashes, and has to stand there again
        boolean dashes = words.stream().anyMatch(word -> word.startsWith("-"));
        return new CommandLine(verb, dashes ? List.of() : words, flags, dashes ? words : null);
    }
}
