package dev.kubechat.execute.describe;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Any object of any kind: all its fields, their names made words. */
final class GenericDescription {

    private static final Set<String> SAID_BEFORE =
            Set.of(
                    ".metadata.managedFields",
                    ".metadata.name",
                    ".metadata.namespace",
                    ".metadata.labels",
                    ".metadata.annotations");

    // the server nests no deeper than a hundred levels or so; whoever does shall not break us
    private static final int DEEPEST = 500;

    private GenericDescription() {}

    static void describe(Subject subject, Page page) {
        page.field("Name", subject.name());
        page.field("Namespace", subject.namespace());
        Pairs.labels(page, "Labels", subject.labels());
        Pairs.annotations(page, "Annotations", subject.annotations());
        content(page, 0, subject.object(), "");
        Happenings.print(subject, page);
    }

    private static void content(Page page, int level, JsonNode content, String path) {
        var fields = new TreeMap<String, JsonNode>();
        content.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        fields.forEach((name, value) -> field(page, level, name, value, path + "." + name));
    }

    private static void field(Page page, int level, String name, JsonNode value, String path) {
        if (SAID_BEFORE.contains(path) || level > DEEPEST) {
            return;
        }
        var label = SmartLabel.of(name);
        if (value.isObject()) {
            page.write(level, label + ":\n");
            content(page, level + 1, value, path);
        } else if (value.isArray()) {
            page.write(level, label + ":\n");
            for (var item : value) {
                if (item.isObject()) {
                    content(page, level + 1, item, path);
                } else {
                    page.write(level + 1, plain(item, 0) + "\n");
                }
            }
        } else {
            page.field(level, label, plain(value, 0));
        }
    }

    /** As Go's {@code %v} writes what JSON can hold. */
    private static String plain(JsonNode value, int depth) {
        if (depth > DEEPEST) {
            return "";
        }
        if (value.isObject()) {
            var fields = new TreeMap<String, JsonNode>();
            value.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + ":" + plain(field.getValue(), depth + 1))
                    .collect(Collectors.joining(" ", "map[", "]"));
        }
        if (value.isArray()) {
            return value.valueStream()
                    .map(item -> plain(item, depth + 1))
                    .collect(Collectors.joining(" ", "[", "]"));
        }
        if (value.isNull()) {
            return "<nil>";
        }
        return value.isFloatingPointNumber() ? number(value.asDouble()) : value.asString("");
    }

    // the shortest digits, with an exponent where it is below -4 or above 20
    private static String number(double value) {
        var shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        var exponent = shortest.precision() - shortest.scale() - 1;
        if (value == 0 || (exponent >= -4 && exponent < 21)) {
            return shortest.toPlainString();
        }
        var digits = shortest.unscaledValue().abs().toString();
        return (value < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "e%s%02d".formatted(exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
