package dev.kubechat.execute.print;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in a JSONPath template, and the slices made of them. */
final class PathNumbers {

    private static final Pattern SLICE = Pattern.compile("(-?[0-9]*)(:-?[0-9]*)?(:-?[0-9]*)?");

    private PathNumbers() {}

    /** @throws PrintError if it is no number */
    static Object literal(String text) {
        try {
            return text.matches("[-+]?[0-9]{1,18}")
                    ? (Object) Long.valueOf(text)
                    : (Object) Double.valueOf(text);
        } catch (NumberFormatException none) {
            throw new PrintError("cannot parse number " + text);
        }
    }

    /**
     * What stands between the brackets, like {@code 0:2}.
     * @throws PrintError if it is no slice
     */
    static PathNode slice(String text) {
        var found = SLICE.matcher(text);
        if (!found.matches()) {
            throw new PrintError("invalid array index " + text);
        }
        var first = bound(found.group(1));
        var end = found.group(2);
        var step = found.group(3);
        var derived = end == null;
        return new PathNode.Slice(
                first,
                derived ? Integer.valueOf((first == null ? 0 : first) + 1) : bound(end),
                step == null ? null : bound(step),
                derived);
    }

    private static @Nullable Integer bound(String text) {
        var digits = text.startsWith(":") ? text.substring(1) : text;
        if (digits.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(digits);
        } catch (NumberFormatException none) {
            throw new PrintError("array index %s is not a number".formatted(digits));
        }
    }
}
