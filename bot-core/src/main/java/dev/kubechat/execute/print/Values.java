package dev.kubechat.execute.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * JSON as the values that Go's reader makes of it, which is what kubectl's formats work on: a sorted map, a list, a String, a
 * Boolean, a Long, a Double, or null.
 */
public final class Values {

    private Values() {}

    public static @Nullable Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> map(node);
            case ARRAY -> list(node);
            case STRING -> node.asString();
            case BOOLEAN -> node.asBoolean();
            case NUMBER -> number(node);
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }

    /** @param object a JSON object; of anything else an empty map is made */
    public static Map<String, @Nullable Object> map(JsonNode object) {
        var map = new TreeMap<String, @Nullable Object>();
        object.properties().forEach(field -> map.put(field.getKey(), of(field.getValue())));
        return map;
    }

    private static List<@Nullable Object> list(JsonNode array) {
        var list = new ArrayList<@Nullable Object>(array.size());
        array.forEach(item -> list.add(of(item)));
        return list;
    }

    // whole numbers that fit stay whole, all others become floats
    private static Object number(JsonNode number) {
        if (number.isIntegralNumber() && number.canConvertToLong()) {
            return number.asLong();
        }
        return number.doubleValue();
    }
}
