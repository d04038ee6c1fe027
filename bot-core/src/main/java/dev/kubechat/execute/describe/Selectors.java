package dev.kubechat.execute.describe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Label selectors of the API as text that the API takes, and as kubectl shows it. */
final class Selectors {

    private Selectors() {}

    /** Empty for all, and for none. */
    static String text(JsonNode selector) {
        var terms = new ArrayList<Map.Entry<String, String>>();
        Values.map(selector.path("matchLabels"))
                .forEach((key, value) -> terms.add(Map.entry(key, key + "=" + value)));
        for (var expression : Values.items(selector.path("matchExpressions"))) {
            terms.add(Map.entry(Values.text(expression, "key"), term(expression)));
        }
        return terms.stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(","));
    }

    private static String term(JsonNode expression) {
        var key = Values.text(expression, "key");
        var values =
                Values.strings(expression.path("values")).stream()
                        .sorted()
                        .collect(Collectors.joining(",", "(", ")"));
        return switch (Values.text(expression, "operator")) {
            case "In" -> key + " in " + values;
            case "NotIn" -> key + " notin " + values;
            case "Exists" -> key;
            case "DoesNotExist" -> "!" + key;
            default -> "<error>";
        };
    }

    static String shown(JsonNode selector) {
        return Values.orNone(text(selector));
    }

    /** {@code a=1,b=2}, of a plain map. */
    static String ofMap(JsonNode map) {
        return Values.map(map).entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
    }
}
