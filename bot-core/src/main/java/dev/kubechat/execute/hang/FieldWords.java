package dev.kubechat.execute.hang;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Fields in words, with the values that they have. */
final class FieldWords {

    private static final int NAMED = 3;
    private static final int LONGEST = 60;
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");

    private FieldWords() {}

    /** {@code replicas to 5 and image of container web to web:1}; without values that are long or many. */
    static String settings(List<List<String>> fields, JsonNode object) {
        return list(
                fields.stream()
                        .map(field -> {
                            var value = text(field, object);
                            return value.isEmpty()
                                    ? words(field, object)
                                    : words(field, object) + " to " + value;
                        })
                        .toList());
    }

    static String names(List<List<String>> fields, JsonNode object) {
        return list(fields.stream().map(field -> words(field, object)).toList());
    }

    /** The value of the one field; empty for several, or one that is not told in a word. */
    static String value(List<List<String>> fields, JsonNode object) {
        return fields.size() == 1 ? text(fields.getFirst(), object) : "";
    }

    private static String list(List<String> all) {
        var told = all.stream().distinct().toList();
        if (told.size() <= NAMED) {
            return Phrases.list(told);
        }
        return "%s and %s"
                .formatted(
                        String.join(", ", told.subList(0, NAMED)),
                        Phrases.count((long) told.size() - NAMED, "other field"));
    }

    private static String text(List<String> field, JsonNode object) {
        var value = at(object, field, field.size());
        if (!value.isValueNode() || value.isMissingNode() || value.isNull()) {
            return "";
        }
        var text = value.asString("");
        return text.length() > LONGEST || text.indexOf('\n') >= 0 ? "" : text;
    }

    private static JsonNode at(JsonNode object, List<String> field, int length) {
        var node = object;
        for (var segment : field.subList(0, length)) {
            if (!node.isArray()) {
                node = node.path(segment);
            } else if (INDEX.matcher(segment).matches()) {
                node = node.path(Integer.parseInt(segment));
            } else {
                return MissingNode.getInstance();
            }
        }
        return node;
    }

    /** {@code image of container web}, {@code label tier}, {@code replicas}. */
    private static String words(List<String> field, JsonNode object) {
        var last = field.getLast();
        if (field.size() > 1) {
            var parent = field.get(field.size() - 2);
            if (parent.equals("labels") || parent.equals("annotations")) {
                return parent.substring(0, parent.length() - 1) + " " + last;
            }
        }
        for (var i = field.size() - 1; i > 0; i--) {
            if (at(object, field, i).isArray()) {
                var item = at(object, field, i + 1).path("name").asString("");
                var of = field.get(i - 1);
                var one = of.endsWith("s") ? of.substring(0, of.length() - 1) : of;
                var named = item.isEmpty() ? of : one + " " + item;
                return i == field.size() - 1 ? named : "%s of %s".formatted(last, named);
            }
        }
        return last;
    }
}
