package dev.kubechat.execute;

import dev.kubechat.kubectl.KubectlCommand.Events;
import dev.kubechat.kubectl.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code kubectl events}, the latest last. */
final class EventsVerb {

    private static final int MOST = 500;

    private final Sight sight;
    private final Events events;
    private final Instant now;

    EventsVerb(Sight sight, Events events, Instant now) {
        this.sight = sight;
        this.events = events;
        this.now = now;
    }

    Outcome.Printed print() {
        var resource = sight.builtIn("events");
        var path =
                ApiPath.of(resource, Sight.namespace(events.scope(), resource))
                        .with("fieldSelector", selector())
                        .with("limit", String.valueOf(MOST));
        var list = sight.list(path);
        var found = sorted(list.path("items"));
        var note =
                list.path("metadata").path("continue").asString("").isEmpty()
                        ? ""
                        : "These are %d events of more; narrow it down with --for.".formatted(MOST);
        return found.isEmpty()
                ? new Outcome.Printed("", nothing())
                : new Outcome.Printed(text(found), note);
    }

    private @org.jspecify.annotations.Nullable String selector() {
        var object = events.forObject();
        if (object == null) {
            return null;
        }
        return "involvedObject.kind=%s,involvedObject.name=%s"
                .formatted(sight.resource(object.type()).kind(), object.name());
    }

    private List<JsonNode> sorted(JsonNode items) {
        var found = new ArrayList<JsonNode>();
        for (var item : items) {
            if (events.types().isEmpty()
                    || events.types().stream()
                            .anyMatch(item.path("type").asString("")::equalsIgnoreCase)) {
                found.add(Masking.object(item));
            }
        }
        found.sort(Comparator.comparing(Happening::lastSeen));
        return found;
    }

    private String text(List<JsonNode> found) {
        return switch (events.output()) {
            case TABLE, WIDE, NAME -> table(found, events.scope() instanceof Scope.Everywhere);
            case YAML -> YamlText.yaml(list(found));
            case JSON -> YamlText.json(list(found));
        };
    }

    private static JsonNode list(List<JsonNode> found) {
        var list = Reply.JSON.createObjectNode();
        list.put("apiVersion", "v1").put("kind", "EventList");
        list.putArray("items").addAll(found);
        list.putObject("metadata");
        return list;
    }

    private String table(List<JsonNode> found, boolean withNamespaces) {
        var lines = new Columns();
        var head = new ArrayList<>(List.of("LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"));
        if (withNamespaces) {
            head.addFirst("NAMESPACE");
        }
        lines.add(head);
        for (var event : found) {
            var cells = new ArrayList<>(Happening.cells(event, now));
            if (withNamespaces) {
                cells.addFirst(event.path("metadata").path("namespace").asString(""));
            }
            lines.add(cells);
        }
        return lines.text();
    }

    private String nothing() {
        return events.scope() instanceof Scope.In(var namespace)
                ? "No events found in %s namespace.".formatted(namespace)
                : "No events found.";
    }
}
