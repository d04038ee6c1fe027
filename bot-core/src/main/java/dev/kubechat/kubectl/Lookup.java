package dev.kubechat.kubectl;

import org.jspecify.annotations.Nullable;

/**
 * How {@code get} looks for what it prints.
 *
 * @param ignoresMissing whether an object that is not there is no error
 * @param subresource like {@code status} or {@code scale}; null for the object itself
 * @param wholeCategory whether the types came of {@code all}, which custom resources may belong to as well
 */
public record Lookup(boolean ignoresMissing, @Nullable String subresource, boolean wholeCategory) {

    /** What goes without saying. */
    public static final Lookup USUAL = new Lookup(false, null, false);
}
