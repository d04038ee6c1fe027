package dev.kubechat.kubectl;

import org.jspecify.annotations.Nullable;

/**
 * A flag of kubectl's grammar.
 *
 * @param shorthand one letter; null if there is none
 * @param usual the value it has when it is not written, as text; empty for none and for lists
 * @param bare the value it has when written without one; null if it then takes the next word
 */
record Flag(
        String name,
        @Nullable Character shorthand,
        FlagType type,
        String usual,
        @Nullable String bare) {}
