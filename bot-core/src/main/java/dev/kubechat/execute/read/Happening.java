package dev.kubechat.execute.read;

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

    /** When kubectl's events takes it to have happened; nobody says so of the first. */
    static Instant sortedBy(JsonNode event) {
        var time =
                event.has("series")
                        ? event.path("series").path("lastObservedTime")
                        : event.path(
                                event.path("lastTimestamp").asString("").isEmpty()
                                        ? "eventTime"
                                        : "lastTimestamp");
        try {
            return Instant.parse(time.asString(""));
        } catch (DateTimeParseException none) {
            return Instant.MIN;
        }
    }

    static List<String> cells(JsonNode event, Instant now) {
        var object = event.path("involvedObject");
        return List.of(
                interval(event, now),
                plain(event.path("type")),
                plain(event.path("reason")),
                plain(object.path("kind")) + "/" + plain(object.path("name")),
                plain(event.path("message")).strip());
    }

    private static String interval(JsonNode event, Instant now) {
        var eventTime = event.path("eventTime").asString("");
        var begin =
                Ages.since(
                        eventTime.isEmpty() ? event.path("firstTimestamp").asString("") : eventTime,
                        now);
        if (event.has("series")) {
            var series = event.path("series");
            return often(
                    Ages.since(series.path("lastObservedTime").asString(""), now),
                    series.path("count").asInt(0),
                    begin);
        }
        var count = event.path("count").asInt(0);
        return count > 1
                ? often(Ages.since(event.path("lastTimestamp").asString(""), now), count, begin)
                : begin;
    }

    private static String often(String last, int count, String begin) {
        return String.format(Locale.ROOT, "%s (x%d over %s)", last, count, begin);
    }

    // what would steer a terminal is written out, as kubectl does it
    private static String plain(JsonNode text) {
        return text.asString("").replace("\u001b", "^[").replace("\r", "\\r");
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
