package dev.kubechat.kubectl;

/** Words of others inside our own sentences: quoted, short, and with nothing in them that a screen would hide or reorder. */
final class Shown {

    private static final int LONGEST = 40;

    private Shown() {}

    static String quoted(String words) {
        return "\"" + plain(words) + "\"";
    }

    static String plain(String words) {
        var shown = new StringBuilder();
        words.codePoints().limit(LONGEST).forEach(c -> shown.append(visible(c)));
        return words.codePointCount(0, words.length()) > LONGEST ? shown + "…" : shown.toString();
    }

    static String codePoint(int c) {
        return "U+%04X".formatted(c);
    }

    private static String visible(int c) {
        return LookAlikes.isHidden(c) || Character.isISOControl(c)
                ? codePoint(c)
                : Character.toString(c);
    }
}
