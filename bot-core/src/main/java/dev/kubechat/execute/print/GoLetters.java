package dev.kubechat.execute.print;

/** Characters as Go sorts and names them. */
final class GoLetters {

    private static final int EOF = -1;

    private GoLetters() {}

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** A letter or a digit of any script, or an underscore. */
    static boolean isOfWord(int c) {
        return c == '_' || (c != EOF && (Character.isLetter(c) || Character.isDigit(c)));
    }

    /** {@code U+0023 '#'}; the end of a text, -1, has no sign. */
    static String named(int c) {
        if (c == EOF) {
            return "U+FFFFFFFFFFFFFFFF";
        }
        return "U+%04X%s".formatted(c, GoText.isPrint(c) ? " '" + Character.toString(c) + "'" : "");
    }
}
