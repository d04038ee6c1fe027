package dev.kubechat.kubectl;

/**
 * A text in {@code $'…'}, in which a backslash spells characters, as bash reads it. Line feeds may be spelled, and no other character
 * that could not stand in a line as it is.
 *
 * @param text what it says
 * @param end where the line goes on behind the closing quote
 */
record AnsiQuoted(String text, int end) {

    private static final String PLAIN = "abefnrtv\\'\"?";
    private static final String MEANT = "\u0007\b\u001b\f\n\r\t\u000b\\'\"?";

    /**
     * @param from behind the opening quote
     * @throws Unreadable if it is not closed, or spells what cannot be seen
     */
    static AnsiQuoted read(String line, int from) {
        var said = new StringBuilder();
        int at = from;
        while (at < line.length() && line.charAt(at) != '\'') {
            char c = line.charAt(at);
            if (c == '\n' || c == '\r') {
                throw new Unreadable(
                        "A quoted text runs over the end of the line. Spell a line's end as \\n in"
                                + " $'…'.");
            }
            at =
                    c == '\\' && at + 1 < line.length()
                            ? escape(line, at, said)
                            : plain(line, at, said);
        }
        if (at >= line.length()) {
            throw new Unreadable("A quote ($') is opened and not closed.");
        }
        return new AnsiQuoted(said.toString(), at + 1);
    }

    /** The word as a text in {@code $'…'}. */
    static String write(String word) {
        return "$'" + word.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    private static int plain(String line, int at, StringBuilder said) {
        int c = line.codePointAt(at);
        said.appendCodePoint(Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c);
        return at + Character.charCount(c);
    }

    /** @param at of the backslash; a letter stands behind it */
    private static int escape(String line, int at, StringBuilder said) {
        char c = line.charAt(at + 1);
        int plain = PLAIN.indexOf(c == 'E' ? 'e' : c);
        if (plain >= 0) {
            return spelled(MEANT.charAt(plain), at + 2, said);
        }
        return switch (c) {
            case 'x' -> number(line, at, 2, 2, 16, said);
            case 'u' -> number(line, at, 2, 4, 16, said);
            case 'U' -> number(line, at, 2, 8, 16, said);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> number(line, at, 1, 3, 8, said);
            case 'c' -> throw hidden("a control character");
            default -> {
                // what spells nothing stays as it is
                said.append('\\');
                yield at + 1;
            }
        };
    }

    /**
     * @param at of the backslash
     * @param skip how many letters stand before the number, with it
     */
    private static int number(
            String line, int at, int skip, int most, int radix, StringBuilder said) {
        int end = at + skip;
        while (end < line.length()
                && end < at + skip + most
                && line.charAt(end) < 0x7F
                && Character.digit(line.charAt(end), radix) >= 0) {
            end++;
        }
        if (end == at + skip) {
            said.append('\\');
            return at + 1;
        }
        long c = Long.parseLong(line, at + skip, end, radix);
        boolean isByte = most < 4 && c > 0x7F;
        if (isByte || c > Character.MAX_CODE_POINT) {
            throw new Unreadable(
                    "%s stands for a byte and not for a letter. Write the letter itself."
                            .formatted(line.substring(at, end)));
        }
        return spelled((int) c, end, said);
    }

    private static int spelled(int c, int end, StringBuilder said) {
        if (c != '\n' && c != '\t' && LookAlikes.isHidden(c)) {
            throw hidden(Shown.codePoint(c));
        }
        said.appendCodePoint(Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c);
        return end;
    }

    private static Unreadable hidden(String what) {
        return new Unreadable(
                "The line spells %s, a character that cannot be seen. Leave it out."
                        .formatted(what));
    }
}
