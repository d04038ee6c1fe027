package dev.kubechat.risk;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Judges the commands that fit it.
 *
 * @param verbs the commands it is about; empty for all
 * @param changes only commands that change something, or only those that do not; null for both
 * @param ofManifest whether it can only fit where a manifest goes with the command
 * @param when all of these hold
 */
record Rule(
        Set<String> verbs,
        @Nullable Boolean changes,
        boolean ofManifest,
        List<Predicate<Facts>> when,
        Level level,
        Reason reason) {

    Rule {
        verbs = Set.copyOf(verbs);
        when = List.copyOf(when);
    }

    boolean isAbout(String verb) {
        return verbs.isEmpty() || verbs.contains(verb);
    }

    boolean isFor(boolean changing, boolean withManifest) {
        return (changes == null || changes == changing) && (withManifest || !ofManifest);
    }

    /** Whether it fits a command that it is about and for. */
    boolean fits(Facts facts) {
        // by index: an iterator for each rule and line would cost more than most conditions
        for (int i = 0; i < when.size(); i++) {
            if (!when.get(i).test(facts)) {
                return false;
            }
        }
        return true;
    }
}
