package dev.kubechat.execute.print;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers written in a Go template. */
final class TemplateNumber {

    private static final Pattern INT =
            Pattern.compile("[-+]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|[0-9][0-9_]*)");
    private static final Pattern FLOAT =
            Pattern.compile(
                    "[-+]?(?:[0-9][0-9_]*(?:\\.[0-9_]*)?|\\.[0-9][0-9_]*)(?:[eE][-+]?[0-9_]+)?");

    private TemplateNumber() {}

    static boolean isOne(String text) {
        return INT.matcher(text).matches() || FLOAT.matcher(text).matches();
    }

    /** An Integer, a Long or a Double; null if there is no such number. */
    static @Nullable Object of(String text) {
        var digits = text.replace("_", "");
        if (INT.matcher(digits).matches()) {
            return whole(digits);
        }
        try {
            return FLOAT.matcher(digits).matches() ? Double.valueOf(digits) : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static @Nullable Object whole(String text) {
        var negative = text.startsWith("-");
        var digits = text.startsWith("+") || negative ? text.substring(1) : text;
        try {
            var value = digits(digits);
            return negative ? -value : value;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static long digits(String digits) {
        if (digits.length() < 2 || digits.charAt(0) != '0') {
            return Long.parseLong(digits);
        }
        return switch (digits.charAt(1)) {
            case 'x', 'X' -> Long.parseLong(digits.substring(2), 16);
            case 'b', 'B' -> Long.parseLong(digits.substring(2), 2);
            case 'o', 'O' -> Long.parseLong(digits.substring(2), 8);
            default -> Long.parseLong(digits, 8);
        };
    }
}
