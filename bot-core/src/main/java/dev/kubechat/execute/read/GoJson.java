package dev.kubechat.execute.read;

import java.util.ArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** JSON as Go's MarshalIndent writes it, in the order the fields have. */
final class GoJson {

    private final String step;
    private final StringBuilder text = new StringBuilder();

    private GoJson(String step) {
        this.step = step;
    }

    /** Without a line break at the end. */
    static String indented(JsonNode node, int blanks) {
        var json = new GoJson(" ".repeat(blanks));
        json.write(node, "\n");
        return json.text.toString();
    }

    private void write(JsonNode node, String newLine) {
        if (node.isObject() && !node.isEmpty()) {
            var fields = new ArrayList<>(node.properties());
            text.append('{');
            for (var i = 0; i < fields.size(); i++) {
                text.append(i == 0 ? "" : ",").append(newLine).append(step);
                text.append(quoted(fields.get(i).getKey())).append(": ");
                write(fields.get(i).getValue(), newLine + step);
            }
            text.append(newLine).append('}');
        } else if (node.isArray() && !node.isEmpty()) {
            text.append('[');
            for (var i = 0; i < node.size(); i++) {
                text.append(i == 0 ? "" : ",").append(newLine).append(step);
                write(node.get(i), newLine + step);
            }
            text.append(newLine).append(']');
        } else {
            text.append(node.isString() ? quoted(node.asString()) : node.toString());
        }
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
