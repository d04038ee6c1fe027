package dev.kubechat.execute.describe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads JSON as Go's typed structs do: what is missing has its zero value. */
final class Values {

    static final String NONE = "<none>";
    static final String UNSET = "<unset>";

    private Values() {}

    /** @param path names with dots between them */
    static JsonNode at(JsonNode node, String path) {
        var found = node;
        var from = 0;
        for (var dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
            found = found.path(path.substring(from, dot));
            from = dot + 1;
        }
        return found.path(path.substring(from));
    }

    static boolean isThere(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }

    static boolean has(JsonNode node, String path) {
        return isThere(at(node, path));
    }

    /** A scalar as Go writes it; empty for what is missing. */
    static String text(JsonNode value) {
        return isThere(value) ? value.asString("") : "";
    }

    static String text(JsonNode node, String path) {
        return text(at(node, path));
    }

    static String text(JsonNode node, String path, String instead) {
        var found = at(node, path);
        return isThere(found) ? text(found) : instead;
    }

    static long number(JsonNode node, String path) {
        return at(node, path).asLong(0);
    }

    static boolean flag(JsonNode node, String path) {
        return at(node, path).asBoolean(false);
    }

    /** True or False, as kubectl writes booleans of its own. */
    static String bool(JsonNode node, String path) {
        return flag(node, path) ? "True" : "False";
    }

    static String boolOrUnset(JsonNode node, String path) {
        return has(node, path) ? bool(node, path) : UNSET;
    }

    static List<JsonNode> items(JsonNode list) {
        var items = new ArrayList<JsonNode>();
        if (list.isArray()) {
            list.forEach(items::add);
        }
        return items;
    }

    static List<String> strings(JsonNode list) {
        return items(list).stream().map(Values::text).toList();
    }

    static String joined(JsonNode list, String separator) {
        return String.join(separator, strings(list));
    }

    /** {@code [a b]}, as Go writes a list. */
    static String list(JsonNode list) {
        return list(strings(list));
    }

    static String list(List<String> list) {
        return "[" + String.join(" ", list) + "]";
    }

    static SortedMap<String, String> map(JsonNode object) {
        var map = new TreeMap<String, String>();
        if (object.isObject()) {
            object.properties().forEach(field -> map.put(field.getKey(), text(field.getValue())));
        }
        return map;
    }

    /** {@code map[a:1 b:2]}, as Go writes a map. */
    static String goMap(JsonNode object) {
        return map(object).entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(" ", "map[", "]"));
    }

    /** {@code a=1,b=2} or {@code <none>}. */
    static String labels(JsonNode object) {
        return orNone(
                map(object).entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .sorted()
                        .collect(Collectors.joining(",")));
    }

    static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }

    static Optional<JsonNode> controller(JsonNode object) {
        return items(at(object, "metadata.ownerReferences")).stream()
                .filter(owner -> flag(owner, "controller"))
                .findFirst();
    }

    static boolean isControlledBy(JsonNode object, String uid) {
        return controller(object).filter(owner -> text(owner, "uid").equals(uid)).isPresent();
    }

    static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Cut to that many bytes of UTF-8; a letter in two is left out. */
    static String shortened(String text, int bytes) {
        if (text.length() * 3L <= bytes || length(text) <= bytes) {
            return text;
        }
        var kept = 0;
        var end = 0;
        while (end < text.length()) {
            var letter = text.codePointAt(end);
            kept += letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
            if (kept > bytes) {
                break;
            }
            end += Character.charCount(letter);
        }
        return text.substring(0, end) + "...";
    }

    /** As Go's {@code %q} writes it. */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(letter -> {
                    switch (letter) {
                        case '"' -> quoted.append("\\\"");
                        case '\\' -> quoted.append("\\\\");
                        case '\n' -> quoted.append("\\n");
                        case '\t' -> quoted.append("\\t");
                        case '\r' -> quoted.append("\\r");
                        case 7 -> quoted.append("\\a");
                        case '\b' -> quoted.append("\\b");
                        case '\f' -> quoted.append("\\f");
                        case 11 -> quoted.append("\\v");
                        default -> {
                            if (letter < 0x20 || letter == 0x7f) {
                                quoted.append("\\x%02x".formatted(letter));
                            } else {
                                quoted.appendCodePoint(letter);
                            }
                        }
                    }
                });
        return quoted.append('"').toString();
    }
}
