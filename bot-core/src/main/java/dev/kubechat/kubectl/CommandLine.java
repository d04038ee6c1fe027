package dev.kubechat.kubectl;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line as kubectl's own parser takes it apart: the command, its arguments, and the flags that were set. Nothing is interpreted
 * yet, and nothing is said about whether it makes sense.
 *
 * @param verb the words of the command, like {@code rollout restart}, aliases resolved; empty for kubectl alone
 * @param arguments the words that are no flags, in order, up to a {@code --}
 * @param flags by long name: a scalar has one value, normalised as kubectl prints it (the last one typed wins), a list all of them
 * @param afterDash the words after {@code --}; null if there was none
 */
public record CommandLine(
        String verb,
        List<String> arguments,
        SortedMap<String, List<String>> flags,
        @Nullable List<String> afterDash) {

    private static final SortedMap<String, List<String>> NO_FLAGS =
            Collections.unmodifiableSortedMap(new TreeMap<>());

    public CommandLine {
        arguments = List.copyOf(arguments);
        flags = flags.isEmpty() ? NO_FLAGS : copied(flags);
        afterDash = afterDash == null ? null : List.copyOf(afterDash);
    }

    private static SortedMap<String, List<String>> copied(SortedMap<String, List<String>> flags) {
        var copy = new TreeMap<String, List<String>>();
        flags.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return Collections.unmodifiableSortedMap(copy);
    }

    /** The flag's value, the last one of a list; null if it was not set. */
    public @Nullable String flag(String name) {
        List<String> values = flags.get(name);
        return values == null || values.isEmpty() ? null : values.getLast();
    }

    /** Whether the bool flag was set to true. */
    public boolean has(String name) {
        return "true".equals(flag(name));
    }

    public List<String> values(String name) {
        return flags.getOrDefault(name, List.of());
    }

    /** All words that are no flags, those after {@code --} too. */
    public List<String> words() {
        return afterDash == null
                ? arguments
                : Stream.concat(arguments.stream(), afterDash.stream()).toList();
    }

    CommandLine with(String flag, String value) {
        return with(flag, List.of(value));
    }

    CommandLine with(String flag, List<String> values) {
        var changed = new TreeMap<String, List<String>>(flags);
        changed.put(flag, values);
        return new CommandLine(verb, arguments, changed, afterDash);
    }

    CommandLine without(Iterable<String> names) {
        var changed = new TreeMap<String, List<String>>(flags);
        names.forEach(changed::remove);
        return new CommandLine(verb, arguments, changed, afterDash);
    }
}
