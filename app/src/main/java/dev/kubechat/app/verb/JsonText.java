package dev.kubechat.app.verb;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a JSON object in one line, member by member. Whatever a text holds, the line stays valid JSON and valid UTF-8. */
public final class JsonText {

    private final StringBuilder text = new StringBuilder("{");

    public JsonText with(String name, @Nullable String value) {
        name(name);
        if (value == null) {
            text.append("null");
        } else {
            quote(value);
        }
        return this;
    }

    public JsonText with(String name, List<String> values) {
        return list(name, values, this::quote);
    }

    public JsonText withObjects(String name, List<JsonText> values) {
        return list(name, values, text::append);
    }

    public JsonText with(String name, JsonText value) {
        name(name);
        text.append(value);
        return this;
    }

    public JsonText with(String name, long value) {
        name(name);
        text.append(value);
        return this;
    }

    /** With three digits behind the point. */
    public JsonText with(String name, double value) {
        name(name);
        text.append(String.format(Locale.ROOT, "%.3f", value));
        return this;
    }

    /** As it came; what is neither a text nor a number becomes null. */
    public JsonText same(String name, Json value) {
        return switch (value) {
            case Json.Text one -> with(name, one.value());
            case Json.Numeral numeral -> {
                name(name);
                text.append(numeral.written());
                yield this;
            }
            case Json.Truth _, Json.Nothing _, Json.Array _, Json.Members _ ->
                    with(name, (String) null);
        };
    }

    private <T> JsonText list(String name, List<T> values, java.util.function.Consumer<T> write) {
        name(name);
        text.append('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(", ");
            }
            write.accept(values.get(i));
        }
        text.append(']');
        return this;
    }

    private void name(String name) {
        if (text.length() > 1) {
            text.append(", ");
        }
        quote(name);
        text.append(": ");
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7F || isAlone(value, i) || c == 0x2028 || c == 0x2029) {
                        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    /** Half of a surrogate pair has no UTF-8. */
    private static boolean isAlone(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        return Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
