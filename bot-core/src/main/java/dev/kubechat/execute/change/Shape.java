package dev.kubechat.execute.change;

import dev.kubechat.execute.print.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON as values for printing that keep their fields in order, as kubectl prints the types that it knows. */
final class Shape {

    private Shape() {}

    static @Nullable Object inOrder(JsonNode node) {
        if (node.isObject()) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            node.properties().forEach(field -> map.put(field.getKey(), inOrder(field.getValue())));
            return map;
        }
        if (node.isArray()) {
            var list = new ArrayList<@Nullable Object>();
            node.forEach(item -> list.add(inOrder(item)));
            return list;
        }
        return Values.of(node);
    }
}
