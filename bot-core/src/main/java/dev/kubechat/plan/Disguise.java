package dev.kubechat.plan;

import java.lang.Character.UnicodeScript;

/** Words made to look like others: invisible characters, letters of another script among Latin ones, letters of another width. */
final class Disguise {

    static final String SENTENCE =
            "These words hold characters that cannot be seen or that look like others, so they may"
                    + " not say what they seem to. Type them again by hand.";

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Disguise() {}

    static boolean isIn(String text) {
        boolean latin = false;
        boolean like = false;
        int before = ' ';
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isHidden(c, before) || isWide(c)) {
                return true;
            }
            if (!Character.isLetterOrDigit(c)) {
                latin = false;
                like = false;
            }
            UnicodeScript script = UnicodeScript.of(c);
            latin |= script == UnicodeScript.LATIN;
            like |=
                    script == UnicodeScript.CYRILLIC
                            || script == UnicodeScript.GREEK
                            || script == UnicodeScript.ARMENIAN;
            if (latin && like) {
                return true;
            }
            before = c;
            i += Character.charCount(c);
        }
        return false;
    }

    /** Indic scripts and emoji need joiners; a Latin word has none. */
    private static boolean isHidden(int c, int before) {
        if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
            return before < 0x300;
        }
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r';
        return control || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isWide(int c) {
        return (c >= 0xFF21 && c <= 0xFF3A)
                || (c >= 0xFF41 && c <= 0xFF5A)
                || (c >= 0x1D400 && c <= 0x1D7FF);
    }
}
