package dev.kubechat.execute.api;

import java.math.BigDecimal;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** JSON on one line, letter by letter as Go writes it. */
public final class CompactJson {

    private final boolean sorted;
    private final StringBuilder text = new StringBuilder();

    private CompactJson(boolean sorted) {
        this.sorted = sorted;
    }

    /** The fields of each object by their names, as Go writes maps. */
    public static String sorted(JsonNode node) {
        var json = new CompactJson(true);
        json.write(node);
        return json.text.toString();
    }

    /** The fields in their order, as Go writes its types. */
    public static String inOrder(JsonNode node) {
        var json = new CompactJson(false);
        json.write(node);
        return json.text.toString();
    }

    private void write(JsonNode node) {
        if (node.isObject()) {
            text.append('{');
            var between = "";
            var names = node.propertyNames();
            for (var name : sorted ? new TreeSet<>(names) : names) {
                text.append(between).append(quoted(name)).append(':');
                write(node.path(name));
                between = ",";
            }
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            for (var i = 0; i < node.size(); i++) {
                text.append(i == 0 ? "" : ",");
                write(node.get(i));
            }
            text.append(']');
        } else if (node.isFloatingPointNumber()) {
            text.append(number(node.decimalValue()));
        } else {
            text.append(node.isString() ? quoted(node.asString()) : node.toString());
        }
    }

    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    // Go also writes these as escapes, so that the text may stand in HTML
    private static String quoted(String words) {
        return StringNode.valueOf(words)
                .toString()
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
