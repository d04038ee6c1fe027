package dev.kubechat.app.eval;

import java.util.regex.Pattern;

/** What counts as a blank where labelled lines are compared: what Python's {@code str.strip} and {@code \s} take for one. */
final class Blanks {

    /** A character class without its brackets. */
    static final String CLASS =
            "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

    private static final Pattern ONE = Pattern.compile("[" + CLASS + "]");

    private Blanks() {}

    static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return ONE.matcher(Character.toString(c)).matches();
    }
}
