package dev.kubechat.execute.print;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as Go's {@code encoding/json} writes them: sorted names, and {@code <}, {@code >} and {@code &} escaped. */
public final class JsonText {

    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private final boolean indented;

    private JsonText(boolean indented) {
        this.indented = indented;
    }

    /** On one line, without a line break at the end. */
    public static String compact(@Nullable Object value) {
        var json = new JsonText(false);
        json.write(value, 0);
        return json.text.toString();
    }

    /** Indented by four, without a line break at the end. */
    public static String indented(@Nullable Object value) {
        var json = new JsonText(true);
        json.write(value, 0);
        return json.text.toString();
    }

    private void write(@Nullable Object value, int level) {
        switch (value) {
            case null -> text.append("null");
            case Map<?, ?> map -> map(map, level);
            case List<?> list -> list(list, level);
            case String string -> string(string);
            case Double number -> text.append(GoText.jsonNumber(number));
            default -> text.append(value);
        }
    }

    private void map(Map<?, ?> map, int level) {
        text.append('{');
        var first = true;
        for (var entry : map.entrySet()) {
            next(first, level + 1);
            first = false;
            string(String.valueOf(entry.getKey()));
            text.append(indented ? ": " : ":");
            write(entry.getValue(), level + 1);
        }
        end(first, level);
        text.append('}');
    }

    private void list(List<?> list, int level) {
        text.append('[');
        var first = true;
        for (var item : list) {
            next(first, level + 1);
            first = false;
            write(item, level + 1);
        }
        end(first, level);
        text.append(']');
    }

    private void next(boolean first, int level) {
        if (!first) {
            text.append(',');
        }
        breakLine(level);
    }

    private void end(boolean empty, int level) {
        if (!empty) {
            breakLine(level);
        }
    }

    private void breakLine(int level) {
        if (indented) {
            text.append('\n').repeat(INDENT, level);
        }
    }

    private void string(String string) {
        text.append('"');
        for (var i = 0; i < string.length(); i++) {
            var c = string.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' '
                            || c == '<'
                            || c == '>'
                            || c == '&'
                            || c == '\u2028'
                            || c == '\u2029') {
                        text.append("\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
