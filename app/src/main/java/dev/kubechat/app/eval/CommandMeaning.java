package dev.kubechat.app.eval;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a kubectl line means, whichever way it is spelt: two lines with equal meanings do the same.
 *
 * @param arguments sorted where their order means nothing
 * @param flags by their long names, without values that say nothing
 * @param tail the other program's words; null where there is none
 */
record CommandMeaning(
        String verb,
        Set<Target> targets,
        List<String> arguments,
        SortedMap<String, String> flags,
        @Nullable List<String> tail) {

    // flags that change only how much a reading command shows, never what it does
    private static final Set<String> SHOW =
            Set.of(
                    "show-labels",
                    "timestamps",
                    "prefix",
                    "no-headers",
                    "tail",
                    "sort-by",
                    "show-kind",
                    "ignore-not-found",
                    "max-log-requests",
                    "limit-bytes",
                    "chunk-size",
                    "request-timeout",
                    "all-containers");
    private static final Set<String> READ =
            Set.of("get", "describe", "logs", "top pod", "top node", "events");

    /**
     * @param namespace read as if the line had it where it names neither one nor all; null for none
     * @throws NotPlain if it is no plain kubectl command
     */
    static CommandMeaning of(String line, @Nullable String namespace) {
        return new Arguments(WordsOfLine.of(line)).meaning(namespace);
    }

    /**
     * Whether the command means the same as one of the accepted ones.
     *
     * @param lenient whether a reading command may carry more flags that change only how much is shown
     */
    static boolean matches(
            String command, List<String> accepted, @Nullable String namespace, boolean lenient) {
        try {
            var have = of(command, namespace);
            return accepted.stream().anyMatch(one -> have.is(one, namespace, lenient));
        } catch (NotPlain none) {
            return false;
        }
    }

    private boolean is(String accepted, @Nullable String namespace, boolean lenient) {
        try {
            var want = of(accepted, namespace);
            return equals(want) || (lenient && withoutMoreThan(want).equals(want));
        } catch (NotPlain none) {
            return false;
        }
    }

    private CommandMeaning withoutMoreThan(CommandMeaning want) {
        if (!verb.equals(want.verb) || !READ.contains(verb)) {
            return this;
        }
        var kept = new TreeMap<>(flags);
        kept.keySet()
                .removeIf(name ->
                        !want.flags.containsKey(name)
                                && (SHOW.contains(name)
                                        || (name.equals("output")
                                                && "wide".equals(flags.get(name)))));
        return new CommandMeaning(verb, targets, arguments, kept, tail);
    }
}
