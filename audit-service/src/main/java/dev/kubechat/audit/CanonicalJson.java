package dev.kubechat.audit;

import java.util.Map;
import java.util.SortedMap;

/**
 * Writes objects of strings and objects in the canonical form of RFC 8785: names in order of their UTF-16 units, no white
 * space, only what must be escaped is. Sorted maps have that order already.
 */
final class CanonicalJson {
    private CanonicalJson() {}

    static String write(SortedMap<String, ?> object) {
        var json = new StringBuilder();
        object(json, object);
        return json.toString();
    }

    /** The most bytes the character takes inside a string. */
    static int bytes(int character) {
        if (character < 0x20) {
            return 6;
        }
        if (character < 0x80) {
            return character == '"' || character == '\\' ? 2 : 1;
        }
        return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }

    private static void object(StringBuilder json, SortedMap<?, ?> object) {
        var separator = "{";
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            json.append(separator);
            string(json, (String) entry.getKey());
            json.append(':');
            value(json, entry.getValue());
            separator = ",";
        }
        json.append(object.isEmpty() ? "{}" : "}");
    }

    private static void value(StringBuilder json, Object value) {
        switch (value) {
            case String text -> string(json, text);
            case SortedMap<?, ?> inner -> object(json, inner);
            default ->
                    throw new IllegalArgumentException(
                            "Neither text nor object: " + value.getClass());
        }
    }

    private static void string(StringBuilder json, String text) {
        json.append('"');
        text.chars().forEach(c -> character(json, (char) c));
        json.append('"');
    }

    private static void character(StringBuilder json, char c) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\t' -> json.append("\\t");
            case '\n' -> json.append("\\n");
            case '\f' -> json.append("\\f");
            case '\r' -> json.append("\\r");
            default -> json.append(c < 0x20 ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
    }
}
