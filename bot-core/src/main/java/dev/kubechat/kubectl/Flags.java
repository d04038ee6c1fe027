package dev.kubechat.kubectl;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the flags that many verbs share say. */
final class Flags {

    /** Flags that tune how kubectl talks to a server, not what it does. */
    static final Set<String> WITHOUT_EFFECT_HERE =
            Set.of(
                    "request-timeout",
                    "match-server-version",
                    "warnings-as-errors",
                    "disable-compression",
                    "chunk-size",
                    "allow-missing-template-keys");

    private static final List<String> SCOPE = List.of("namespace", "all-namespaces");

    private Flags() {}

    /** @throws Unreadable if the longest time for a request is none, though here it has no effect */
    static void checkTimeout(CommandLine line) {
        String typed = line.flag("request-timeout");
        if (typed == null || typed.matches("[0-9]{1,18}")) {
            return;
        }
        try {
            GoDuration.nanos(typed);
        } catch (NotAValue none) {
            throw new Unreadable(
                    "Invalid timeout value. Timeout must be a single integer in seconds, or an"
                            + " integer followed by a corresponding time unit (e.g. 1s | 2m | 3h)");
        }
    }

    static Scope scope(CommandLine line) {
        if (line.has("all-namespaces")) {
            return new Scope.Everywhere();
        }
        String namespace = line.flag("namespace");
        return namespace == null || namespace.isEmpty()
                ? new Scope.Unsaid()
                : new Scope.In(new Namespace(namespace));
    }

    /** Whether these flags and the scope are all that the line sets. A flag set to its usual value says nothing. */
    static boolean saysOnly(CommandLine line, Grammar.Command command, Set<String> known) {
        for (String name : line.flags().keySet()) {
            boolean counts =
                    !known.contains(name)
                            && !SCOPE.contains(name)
                            && !WITHOUT_EFFECT_HERE.contains(name);
            if (counts && !isUsual(line, command.flag(name))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUsual(CommandLine line, @Nullable Flag flag) {
        return flag != null
                && !flag.type().isList()
                && line.values(flag.name()).equals(List.of(flag.usual()));
    }

    /** A selector, null if there is none; an empty one selects everything, as none does. */
    static @Nullable String selector(CommandLine line, String name) {
        String selector = line.flag(name);
        return selector == null || selector.isBlank() ? null : selector.strip();
    }

    /** The output that is asked for, or empty for one this version does not make. */
    static Optional<Output> output(CommandLine line) {
        String typed = line.flag("output");
        return Output.of(typed == null ? "" : typed);
    }
}
