package dev.kubechat.execute.hang;

import tools.jackson.databind.JsonNode;

/** Whether labels fit a selector. */
final class Labels {

    private Labels() {}

    static JsonNode of(JsonNode object) {
        return object.path("metadata").path("labels");
    }

    /** A service's selector; an empty one fits nothing. */
    static boolean fitsPlain(JsonNode selector, JsonNode labels) {
        return !selector.isEmpty()
                && selector.properties().stream()
                        .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
    }

    /** A selector with {@code matchLabels} and {@code matchExpressions}; an empty one fits everything. */
    static boolean fits(JsonNode selector, JsonNode labels) {
        return selector.path("matchLabels").properties().stream()
                        .allMatch(label -> label.getValue().equals(labels.path(label.getKey())))
                && selector.path("matchExpressions")
                        .valueStream()
                        .allMatch(expression -> fitsExpression(expression, labels));
    }

    private static boolean fitsExpression(JsonNode expression, JsonNode labels) {
        var value = labels.path(expression.path("key").asString(""));
        var listed = expression.path("values").valueStream().anyMatch(one -> one.equals(value));
        return switch (expression.path("operator").asString("")) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> !value.isMissingNode();
            case "DoesNotExist" -> value.isMissingNode();
            default -> false;
        };
    }

    /** A plain selector as the API takes it. */
    static String text(JsonNode selector) {
        return String.join(
                ",",
                selector.properties().stream()
                        .map(label -> label.getKey() + "=" + label.getValue().asString(""))
                        .toList());
    }
}
