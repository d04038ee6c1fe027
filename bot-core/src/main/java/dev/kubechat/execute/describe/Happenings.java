package dev.kubechat.execute.describe;

import dev.kubechat.execute.describe.Window.Resource;
import dev.kubechat.execute.print.GoSort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The events of an object, as the last part of its description. */
final class Happenings {

    private static final Resource EVENTS = new Resource("", "v1", "events");

    private Happenings() {}

    /** What happened to the subject, where that is asked for. Events that may not be seen are none, as with kubectl. */
    static void print(Subject subject, Page page) {
        print(subject, page, Values.text(subject.object(), "kind"), List.of(subject.uid()));
    }

    /**
     * @param kind empty for any
     * @param uids under which of them the events were written; together they are the object's
     */
    static void print(Subject subject, Page page, String kind, List<String> uids) {
        if (subject.showEvents()) {
            var events = new ArrayList<JsonNode>();
            for (var uid : uids) {
                try {
                    events.addAll(about(subject, kind, uid));
                } catch (NotShown notSeen) {
                    // the window keeps what was not seen, for people
                }
            }
            table(page, events);
        }
    }

    /** @throws NotShown if they may not be seen, which fails the description of a few kinds */
    static void printOrFail(Subject subject, Page page) {
        if (subject.showEvents()) {
            table(page, about(subject, Values.text(subject.object(), "kind"), subject.uid()));
        }
    }

    private static List<JsonNode> about(Subject subject, String kind, String uid) {
        var fields = new TreeMap<String, String>();
        fields.put("involvedObject.name", subject.name());
        fields.put("involvedObject.namespace", subject.namespace());
        if (!kind.isEmpty()) {
            fields.put("involvedObject.kind", kind);
        }
        if (!uid.isEmpty()) {
            fields.put("involvedObject.uid", uid);
        }
        return subject.window()
                .list(
                        EVENTS,
                        subject.namespace().isEmpty() ? null : subject.namespace(),
                        null,
                        fields.entrySet().stream()
                                .map(Happenings::term)
                                .collect(Collectors.joining(",")));
    }

    private static String term(Map.Entry<String, String> field) {
        return field.getKey()
                + "="
                + field.getValue().replace("\\", "\\\\").replace(",", "\\,").replace("=", "\\=");
    }

    private static void table(Page page, List<JsonNode> found) {
        if (found.isEmpty()) {
            page.write(0, "Events:\t<none>\n");
            return;
        }
        page.write(0, "Events:\n  Type\tReason\tAge\tFrom\tMessage\n");
        page.write(1, "----\t------\t----\t----\t-------\n");
        for (var event : sorted(found)) {
            page.write(1, line(page, page.window().masked(event)));
        }
    }

    private static List<JsonNode> sorted(List<JsonNode> events) {
        return GoSort.sorted(events, Comparator.comparing(Happenings::lastSeen));
    }

    private static Instant lastSeen(JsonNode event) {
        var seen = Page.instant(Values.text(event, "lastTimestamp"));
        return seen == null ? Instant.MIN : seen;
    }

    private static String line(Page page, JsonNode event) {
        var source = Values.text(event, "source.component");
        var field = Values.text(event, "involvedObject.fieldPath");
        var message = Values.text(event, "message").strip();
        return String.join(
                        "\t",
                        Values.text(event, "type"),
                        Values.text(event, "reason"),
                        interval(page, event),
                        source.isEmpty() ? Values.text(event, "reportingComponent") : source,
                        field.isEmpty() ? message : field + ": " + message)
                + "\n";
    }

    private static String interval(Page page, JsonNode event) {
        var first =
                page.since(
                        event.path(
                                Values.has(event, "eventTime") ? "eventTime" : "firstTimestamp"));
        if (Values.has(event, "series")) {
            return "%s (x%d over %s)"
                    .formatted(
                            page.since(Values.at(event, "series.lastObservedTime")),
                            Values.number(event, "series.count"),
                            first);
        }
        return Values.number(event, "count") > 1
                ? "%s (x%d over %s)"
                        .formatted(
                                page.since(event.path("lastTimestamp")),
                                Values.number(event, "count"),
                                first)
                : first;
    }
}
