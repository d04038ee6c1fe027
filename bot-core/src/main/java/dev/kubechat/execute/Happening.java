package dev.kubechat.execute;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** One event, read as kubectl reads it. */
final class Happening {

    private Happening() {}

    /** When it was seen last; long ago where nobody says. */
    static Instant lastSeen(JsonNode event) {
        try {
            return Instant.parse(last(event));
        } catch (DateTimeParseException none) {
            return Instant.MIN;
        }
    }

    private static String last(JsonNode event) {
        return first(
                event.path("series").path("lastObservedTime"),
                event.path("lastTimestamp"),
                event.path("eventTime"),
                event.path("metadata").path("creationTimestamp"));
    }

    private static String first(JsonNode... times) {
        for (var time : times) {
            if (!time.asString("").isEmpty()) {
                return time.asString();
            }
        }
        return "";
    }

    static List<String> cells(JsonNode event, Instant now) {
        var object = event.path("involvedObject");
        var name = object.path("name").asString("");
        return List.of(
                age(event, now),
                event.path("type").asString(""),
                event.path("reason").asString(""),
                object.path("kind").asString("") + "/" + name,
                event.path("message").asString("").strip());
    }

    static String age(JsonNode event, Instant now) {
        var last = Ages.since(last(event), now);
        var begin =
                Ages.since(
                        first(
                                event.path("firstTimestamp"),
                                event.path("eventTime"),
                                event.path("metadata").path("creationTimestamp")),
                        now);
        var count =
                Math.max(event.path("series").path("count").asInt(0), event.path("count").asInt(0));
        return count > 1
                ? String.format(Locale.ROOT, "%s (x%d over %s)", last, count, begin)
                : last;
    }
}
