package dev.kubechat.execute.read;

/** Breaks lines between words as github.com/mitchellh/go-wordwrap does, blanks at the ends of lines and all. */
final class WordWrap {

    private static final int NO_BREAK = 0xA0;

    private final int limit;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder word = new StringBuilder();
    private final StringBuilder space = new StringBuilder();
    private int current;
    private int wordLength;
    private int spaceLength;

    private WordWrap(int limit) {
        this.limit = limit;
    }

    static String wrap(String text, int limit) {
        var wrap = new WordWrap(limit);
        text.codePoints().forEach(wrap::take);
        return wrap.end();
    }

    private void take(int c) {
        if (c == '\n') {
            lineBreak();
        } else if (isSpace(c)) {
            if (space.isEmpty() || !word.isEmpty()) {
                flush();
            }
            space.appendCodePoint(c);
            spaceLength++;
        } else {
            word.appendCodePoint(c);
            wordLength++;
            if (current + wordLength + spaceLength > limit && wordLength < limit) {
                out.append('\n');
                current = 0;
                clearSpace();
            }
        }
    }

    private void lineBreak() {
        if (!word.isEmpty()) {
            flush();
        } else {
            if (current + spaceLength <= limit) {
                out.append(space);
            }
            clearSpace();
        }
        out.append('\n');
        current = 0;
    }

    private void flush() {
        current += spaceLength + wordLength;
        out.append(space).append(word);
        clearSpace();
        word.setLength(0);
        wordLength = 0;
    }

    private void clearSpace() {
        space.setLength(0);
        spaceLength = 0;
    }

    private String end() {
        if (!word.isEmpty() || current + spaceLength <= limit) {
            out.append(space);
        }
        return out.append(word).toString();
    }

    private static boolean isSpace(int c) {
        return c != NO_BREAK && (Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == 0x85);
    }
}
