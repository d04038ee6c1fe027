package dev.kubechat.execute;

import dev.kubechat.execute.Sight.No;
import java.util.Locale;
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
            throw new No(
                    "KubeChat waits for conditions, for delete and for create, not yet for a"
                            + " jsonpath.");
        }
        throw No.saying("unrecognized condition: \"%s\"".formatted(typed));
    }
}
