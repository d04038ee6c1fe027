package dev.kubechat.sandbox.cluster.workload;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Sets conditions in a status; their times move only when something else of them does. */
final class Conditions {
    private Conditions() {}

    record Word(String type, boolean holds, String reason, String message) {}

    static void set(ObjectNode status, Instant now, Word word) {
        var value = word.holds() ? "True" : "False";
        for (var there : status.withArray("/conditions")) {
            if (there.path("type").asString("").equals(word.type())) {
                var condition = (ObjectNode) there;
                if (!condition.path("status").asString("").equals(value)) {
                    condition.put("lastTransitionTime", now.toString());
                }
                if (!condition.path("status").asString("").equals(value)
                        || !condition.path("reason").asString("").equals(word.reason())) {
                    condition.put("lastUpdateTime", now.toString());
                }
                condition
                        .put("status", value)
                        .put("reason", word.reason())
                        .put("message", word.message());
                return;
            }
        }
        status.withArray("/conditions")
                .addObject()
                .put("type", word.type())
                .put("status", value)
                .put("lastUpdateTime", now.toString())
                .put("lastTransitionTime", now.toString())
                .put("reason", word.reason())
                .put("message", word.message());
    }
}
