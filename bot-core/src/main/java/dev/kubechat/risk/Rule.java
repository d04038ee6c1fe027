package dev.kubechat.risk;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Judges the commands that fit it.
 *
 * @param verbs the commands it is about; empty for all
 * @param when all of these hold
 */
record Rule(Set<String> verbs, List<Predicate<Facts>> when, Level level, Reason reason) {

    Rule {
        verbs = Set.copyOf(verbs);
        when = List.copyOf(when);
    }

    boolean isAbout(String verb) {
        return verbs.isEmpty() || verbs.contains(verb);
    }

    /** Whether it fits a command that it is about. */
    boolean fits(Facts facts) {
        for (Predicate<Facts> condition : when) {
            if (!condition.test(facts)) {
                return false;
            }
        }
        return true;
    }
}
