package dev.kubechat.kubectl;

/** Characters that a reader does not see, or takes for others. */
final class LookAlikes {

    private LookAlikes() {}

    /** Invisible, a control, or a change of writing direction: never part of a line, not even quoted. */
    static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> isBlankLooking(c);
        };
    }

    /** Letters and marks that show nothing (Hangul fillers, variation selectors, combining grapheme joiner, braille blank). */
    private static boolean isBlankLooking(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c == 0x2800
                || c == 0x3164
                || c == 0xFFA0
                || (c >= 0x180B && c <= 0x180F)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF);
    }

    /** The text with hyphens for its dashes: two where a flag would begin, one within a word. */
    static String withHyphens(String text) {
        var meant = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    boolean begins =
                            meant.isEmpty()
                                    || Character.isWhitespace(meant.charAt(meant.length() - 1));
                    if (isDash(c)) {
                        meant.append(begins ? "--" : "-");
                    } else {
                        meant.appendCodePoint(c);
                    }
                });
        return meant.toString();
    }

    /** Some dash other than the one on the keyboard; chat programs make it out of two hyphens. */
    static boolean isDash(int c) {
        return (c >= 0x2010 && c <= 0x2015)
                || c == 0x2212
                || c == 0xFE58
                || c == 0xFE63
                || c == 0xFF0D
                || c == 0x2E3A;
    }
}
