package dev.kubechat.kubectl;

/**
 * A text of several lines in {@code $'…'}, in which a backslash spells characters, as bash reads it. It spells line feeds, tabs and
 * quotes only: letters spelled by their numbers, or a word that needs no spelling, would hide what a line says.
 *
 * @param text what it says
 * @param end where the line goes on behind the closing quote
 */
record AnsiQuoted(String text, int end) {

    private static final String PLAIN = "nt\\'\"?";
    private static final String MEANT = "\n\t\\'\"?";
    private static final String CONTROLS = "abcefrvE";
    private static final String NUMBERS = "xuU01234567";

    /**
     * @param from behind the opening quote
     * @throws Unreadable if it is not closed, has no line feed, or spells anything else
     */
    static AnsiQuoted read(String line, int from) {
        var said = new StringBuilder();
        int at = from;
        while (at < line.length() && line.charAt(at) != '\'') {
            int c = line.codePointAt(at);
            if (c == '\n' || c == '\r') {
                throw new Unreadable(
                        "A quoted text runs over the end of the line. Spell a line's end as \\n in"
                                + " $'…'.");
            }
            if (c == '\\' && at + 1 < line.length()) {
                at = escape(line, at, said);
            } else {
                said.appendCodePoint(Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c);
                at += Character.charCount(c);
            }
        }
        if (at >= line.length()) {
            throw new Unreadable("A quote ($') is opened and not closed.");
        }
        if (said.indexOf("\n") < 0) {
            throw new Unreadable(
                    "Only a text of several lines (\\n) needs $'…'. Put it into ordinary quotes.");
        }
        return new AnsiQuoted(said.toString(), at + 1);
    }

    /** The word as a text in {@code $'…'}. */
    static String write(String word) {
        return "$'" + word.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    /** @param at of the backslash; a letter stands behind it */
    private static int escape(String line, int at, StringBuilder said) {
        char c = line.charAt(at + 1);
        if (CONTROLS.indexOf(c) >= 0) {
            throw new Unreadable(
                    "\\%c spells a character that cannot be seen. Leave it out.".formatted(c));
        }
        if (NUMBERS.indexOf(c) >= 0) {
            throw new Unreadable(
                    "\\%c spells a character by its number. Write the character itself."
                            .formatted(c));
        }
        int plain = PLAIN.indexOf(c);
        if (plain < 0) {
            // what spells nothing stays as it is
            said.append('\\');
            return at + 1;
        }
        said.append(MEANT.charAt(plain));
        return at + 2;
    }
}
