package dev.kubechat.sandbox.cluster.table;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.LabelSelector;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One row in the making: an object, and how its cells are put into words. */
record Cells(KubeObject object, Instant now) {
    static final String NONE = "<none>";

    String name() {
        return object.name();
    }

    String text(String pointer) {
        return object.text(pointer);
    }

    String text(String pointer, String otherwise) {
        return object.at(pointer).asString(otherwise);
    }

    int number(String pointer) {
        return object.number(pointer, 0);
    }

    String age() {
        return age("/metadata/creationTimestamp");
    }

    String age(String pointer) {
        return Ages.since(object.time(pointer), now);
    }

    String containers(String pointer) {
        return joined(pointer, "name");
    }

    String images(String pointer) {
        return joined(pointer, "image");
    }

    /** As {@code a=b,c in (d,e)}. */
    String selector(String pointer) {
        var selector = LabelSelector.of(object.at(pointer)).toString();
        return selector.isEmpty() ? NONE : selector;
    }

    /** A plain map as {@code a=b,c=d}. */
    String pairs(String pointer) {
        var pairs =
                object.at(pointer).properties().stream()
                        .map(pair -> pair.getKey() + "=" + pair.getValue().asString(""))
                        .sorted()
                        .collect(Collectors.joining(","));
        return pairs.isEmpty() ? NONE : pairs;
    }

    Optional<JsonNode> condition(String type) {
        return object.items("/status/conditions").stream()
                .filter(c -> c.path("type").asString("").equals(type))
                .findFirst();
    }

    boolean isTrue(String conditionType) {
        return condition(conditionType)
                .filter(c -> c.path("status").asString("").equals("True"))
                .isPresent();
    }

    private String joined(String pointer, String field) {
        return object.items(pointer).stream()
                .map(c -> c.path(field).asString(""))
                .collect(Collectors.joining(","));
    }

    static List<Object> row(Object... cells) {
        return List.of(cells);
    }
}
