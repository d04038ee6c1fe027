package dev.kubechat.execute.print;

/** Where libyaml's emitter writes: it knows its column, and folds what is longer than 80. */
final class YamlOut {

    private static final int STEP = 2;
    private static final int WIDTH = 80;

    private final StringBuilder out = new StringBuilder();
    private int column;
    private int level = -1;
    private boolean whitespace = true;
    private boolean indention = true;

    String text() {
        return out.toString();
    }

    /** How far blocks are indented now; -1 outside of all. */
    int level() {
        return level;
    }

    void level(int newLevel) {
        level = newLevel;
    }

    boolean isIndention() {
        return indention;
    }

    /** Begins a line of that indentation, unless one was just begun. */
    void indent(int to) {
        if (!indention || column > to || (column == to && !whitespace)) {
            breakLine();
        }
        while (column < to) {
            put(' ');
        }
        whitespace = true;
        indention = true;
    }

    void indicator(
            String indicator, boolean needsBlank, boolean isWhitespace, boolean isIndention) {
        if (needsBlank && !whitespace) {
            put(' ');
        }
        indicator.chars().forEach(this::put);
        whitespace = isWhitespace;
        indention = indention && isIndention;
    }

    void plain(int[] text, boolean folds) {
        if (!whitespace) {
            put(' ');
        }
        flow(text, folds, false);
        whitespace = false;
        indention = false;
    }

    void singleQuoted(int[] text, boolean folds) {
        indicator("'", true, false, false);
        flow(text, folds, true);
        indicator("'", false, false, false);
        whitespace = false;
        indention = false;
    }

    private void flow(int[] text, boolean folds, boolean quoted) {
        var spaces = false;
        var breaks = false;
        for (var i = 0; i < text.length; i++) {
            var c = text[i];
            if (c == ' ') {
                var inside = !quoted || (i > 0 && i < text.length - 1);
                if (folds && !spaces && column > WIDTH && inside && !isSpace(text, i + 1)) {
                    indent(insideOfScalar());
                } else {
                    put(c);
                }
                spaces = true;
            } else if (YamlScalar.isBreak(c)) {
                if (!breaks && c == '\n') {
                    breakLine();
                }
                writeBreak(c);
                indention = true;
                breaks = true;
            } else {
                if (breaks) {
                    indent(insideOfScalar());
                }
                if (quoted && c == '\'') {
                    put(c);
                }
                put(c);
                indention = false;
                spaces = false;
                breaks = false;
            }
        }
    }

    void doubleQuoted(int[] text, boolean folds) {
        indicator("\"", true, false, false);
        // where a text begins with a byte order mark, go-yaml takes every character for one
        var escapesAll = text.length > 0 && text[0] == 0xfeff;
        var spaces = false;
        for (var i = 0; i < text.length; i++) {
            var c = text[i];
            if (escapesAll || isEscaped(c)) {
                escaped(c).chars().forEach(this::put);
                spaces = false;
            } else if (c == ' ') {
                if (folds && !spaces && column > WIDTH && i > 0 && i < text.length - 1) {
                    indent(insideOfScalar());
                    if (isSpace(text, i + 1)) {
                        put('\\');
                    }
                } else {
                    put(c);
                }
                spaces = true;
            } else {
                put(c);
                spaces = false;
            }
        }
        indicator("\"", false, false, false);
        whitespace = false;
        indention = false;
    }

    private static boolean isEscaped(int c) {
        return !YamlScalar.isPrintable(c) || YamlScalar.isBreak(c) || c == '"' || c == '\\';
    }

    private static String escaped(int c) {
        return switch (c) {
            case 0 -> "\\0";
            case 7 -> "\\a";
            case 8 -> "\\b";
            case 9 -> "\\t";
            case 10 -> "\\n";
            case 11 -> "\\v";
            case 12 -> "\\f";
            case 13 -> "\\r";
            case 27 -> "\\e";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case 0x85 -> "\\N";
            case 0xa0 -> "\\_";
            case 0x2028 -> "\\L";
            case 0x2029 -> "\\P";
            default ->
                    c <= 0xff
                            ? "\\x%02X".formatted(c)
                            : c <= 0xffff ? "\\u%04X".formatted(c) : "\\U%08X".formatted(c);
        };
    }

    /** @param text not empty */
    void literal(int[] text) {
        indicator("|", true, false, false);
        if (text[0] == ' ' || YamlScalar.isBreak(text[0])) {
            indicator("2", false, false, false);
        }
        var last = text.length - 1;
        if (!YamlScalar.isBreak(text[last])) {
            indicator("-", false, false, false);
        } else if (last == 0 || YamlScalar.isBreak(text[last - 1])) {
            indicator("+", false, false, false);
        }
        breakLine();
        indention = true;
        whitespace = true;
        var breaks = true;
        for (var c : text) {
            if (YamlScalar.isBreak(c)) {
                writeBreak(c);
                indention = true;
                breaks = true;
            } else {
                if (breaks) {
                    indent(insideOfScalar());
                }
                put(c);
                indention = false;
                breaks = false;
            }
        }
    }

    private int insideOfScalar() {
        return Math.max(level, 0) + STEP;
    }

    private static boolean isSpace(int[] text, int i) {
        return i < text.length && text[i] == ' ';
    }

    private void writeBreak(int c) {
        if (c == '\n') {
            breakLine();
        } else {
            out.appendCodePoint(c);
            column = 0;
        }
    }

    private void breakLine() {
        out.append('\n');
        column = 0;
    }

    private void put(int c) {
        out.appendCodePoint(c);
        column++;
    }
}
