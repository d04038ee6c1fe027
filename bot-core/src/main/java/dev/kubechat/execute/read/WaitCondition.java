package dev.kubechat.execute.read;

import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.print.JsonPath;
import dev.kubechat.execute.print.PrintError;
import dev.kubechat.execute.print.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is waited for: that an object is there, is gone, has a condition, or has a value somewhere. */
sealed interface WaitCondition {

    WaitCondition CREATED = new Created();
    WaitCondition DELETED = new Deleted();

    record Created() implements WaitCondition {
        @Override
        public boolean isMet(JsonNode object) {
            return true;
        }
    }

    record Deleted() implements WaitCondition {
        @Override
        public boolean isMet(JsonNode object) {
            return false;
        }
    }

    /** @param status like {@code true}, in any case */
    record Status(String type, String status) implements WaitCondition {
        @Override
        public boolean isMet(JsonNode object) {
            for (var condition : object.path("status").path("conditions")) {
                if (condition.path("type").asString("").equalsIgnoreCase(type)
                        && condition.path("status").isString()) {
                    return !isOutdated(object, condition)
                            && condition.path("status").asString("").equalsIgnoreCase(status);
                }
            }
            return false;
        }

        private static boolean isOutdated(JsonNode object, JsonNode condition) {
            var generation = object.path("metadata").path("generation");
            var own = condition.path("observedGeneration");
            var observed =
                    own.isMissingNode() ? object.path("status").path("observedGeneration") : own;
            return !generation.isMissingNode()
                    && !observed.isMissingNode()
                    && observed.asLong(0) < generation.asLong(0);
        }
    }

    /** @param value empty for any */
    record Value(String path, String value) implements WaitCondition {
        @Override
        public boolean isMet(JsonNode object) {
            try {
                return isMet(JsonPath.values(path, Values.of(object)));
            } catch (PrintError wrong) {
                throw No.saying(wrong.words());
            }
        }

        private boolean isMet(List<List<@Nullable Object>> found) {
            if (found.isEmpty() || found.getFirst().isEmpty()) {
                return false;
            }
            if (found.size() > 1) {
                throw No.saying("given jsonpath expression matches more than one list");
            }
            if (found.getFirst().size() > 1) {
                throw No.saying("given jsonpath expression matches more than one value");
            }
            return value.isEmpty() || isEqual(found.getFirst().getFirst());
        }

        private boolean isEqual(@Nullable Object found) {
            if (found instanceof Map || found instanceof List) {
                throw No.saying("jsonpath leads to a nested object or list which is not supported");
            }
            return JsonPath.plain(found).strip().equals(value.strip());
        }
    }

    boolean isMet(JsonNode object);

    /** @throws No if this is no condition */
    static WaitCondition of(String typed) {
        switch (typed.toLowerCase(Locale.ROOT)) {
            case "create" -> {
                return CREATED;
            }
            case "delete" -> {
                return DELETED;
            }
            default -> {}
        }
        if (typed.startsWith("condition=")) {
            var parts = typed.substring("condition=".length()).split("=", 2);
            return new Status(parts[0], parts.length > 1 ? parts[1] : "true");
        }
        if (typed.startsWith("jsonpath=")) {
            return value(typed.substring("jsonpath=".length()));
        }
        throw No.saying("unrecognized condition: \"%s\"".formatted(typed));
    }

    private static WaitCondition value(String typed) {
        var parts = parts(typed);
        if (parts.size() > 2) {
            throw No.saying(
                    "jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or"
                            + " --for=jsonpath='{.status.readyReplicas}'");
        }
        var value = parts.size() < 2 ? "" : unquoted(parts.get(1));
        if (parts.size() == 2 && value.isEmpty()) {
            throw No.saying(
                    "jsonpath wait has to have a value after equal sign, like"
                            + " --for=jsonpath='{.status.readyReplicas}'=3");
        }
        if (parts.getFirst().isEmpty()) {
            throw No.saying("jsonpath expression cannot be empty");
        }
        try {
            JsonPath.values(parts.getFirst(), Map.of());
        } catch (PrintError wrong) {
            throw No.saying(wrong.words());
        }
        return new Value(parts.getFirst(), value);
    }

    // at each single equals sign; two of them compare inside a filter
    private static List<String> parts(String typed) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (var i = 0; i < typed.length(); i++) {
            if (typed.charAt(i) != '=') {
                part.append(typed.charAt(i));
            } else if (i + 1 < typed.length() && typed.charAt(i + 1) == '=') {
                part.append("==");
                i++;
            } else {
                parts.add(part.toString());
                part.setLength(0);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static String unquoted(String value) {
        return value.replaceAll("^['\"]{1,100}|['\"]{1,100}$", "");
    }
}
