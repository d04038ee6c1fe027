package dev.kubechat.plan;

import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A word or a phrase of a sentence.
 *
 * @param text as it was written
 * @param senses what it can mean; none if no lexicon has it
 * @param kind plural name of the resource type it can mean, or null
 * @param plural whether it speaks of several
 * @param number what it counts, or the seconds of a unit; -1 if it does neither
 */
record Word(
        String text,
        boolean quoted,
        Set<Sense> senses,
        @Nullable String kind,
        boolean plural,
        int number) {

    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9._:]{0,251}[A-Za-z0-9])?");
    private static final Pattern AMOUNT =
            Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,3})?[a-zA-Z]{0,3}%?");

    Word {
        senses = Collections.unmodifiableSet(senses);
    }

    boolean is(Sense sense) {
        return senses.contains(sense);
    }

    boolean isAny(Set<Sense> any) {
        return senses.stream().anyMatch(any::contains);
    }

    boolean isUnknown() {
        return senses.isEmpty();
    }

    boolean isAmount() {
        return AMOUNT.matcher(text).matches();
    }

    /** Whether an object can be called so, and nothing else is known that it could mean. */
    boolean isName() {
        return (quoted || isUnknown()) && fitsName() && !isAmount();
    }

    /** Whether an object can be called so, whatever else it can mean. */
    boolean fitsName() {
        return NAME.matcher(text).matches() && !is(Sense.STOP);
    }

    /** A name that no dictionary has. */
    boolean isStrongName() {
        return isName()
                && (quoted || text.chars().anyMatch(c -> c == '-' || c == '.' || isDigit(c)));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
