package dev.kubechat.execute.read;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Refusals;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.api.YamlText;
import dev.kubechat.execute.print.GoSort;
import dev.kubechat.execute.print.KyamlText;
import dev.kubechat.execute.print.TabWriter;
import dev.kubechat.execute.print.Values;
import dev.kubechat.kubectl.KubectlCommand.Events;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl events}, the latest last. */
final class EventsVerb {

    private static final int PAGE = 500;
    private static final int MOST_PAGES = 20;

    private final Sight sight;
    private final Events events;
    private final Instant now;

    EventsVerb(Sight sight, Events events, Instant now) {
        this.sight = sight;
        this.events = events;
        this.now = now;
    }

    Outcome.Printed print() {
        checkTypes();
        var items = new ArrayList<JsonNode>();
        var more = pages(items);
        var found = sorted(items);
        if (found.isEmpty()) {
            return new Outcome.Printed("", nothing());
        }
        var note =
                more
                        ? "These are %d events of more; narrow it down with --for."
                                .formatted(items.size())
                        : "";
        return new Outcome.Printed(text(found), note, "", 0);
    }

    private void checkTypes() {
        for (var type : events.types()) {
            if (!type.equalsIgnoreCase("Normal") && !type.equalsIgnoreCase("Warning")) {
                throw No.saying("valid --types are Normal or Warning");
            }
        }
    }

    // whether there are more than anybody reads
    private boolean pages(List<JsonNode> items) {
        var resource = sight.builtIn("events");
        var path =
                ApiPath.of(resource, Sight.namespace(events.scope(), resource))
                        .with("fieldSelector", selector())
                        .with("limit", String.valueOf(PAGE));
        var token = "";
        for (var page = 0; page < MOST_PAGES; page++) {
            var list = sight.list(path.with("continue", token.isEmpty() ? null : token));
            list.path("items").forEach(items::add);
            token = list.path("metadata").path("continue").asString("");
            if (token.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String selector() {
        ObjectName object = events.forObject();
        if (object == null) {
            return null;
        }
        var resource =
                sight.find(object.type())
                        .orElseThrow(() ->
                                new No(
                                        Refusals.unknownType(object.type(), sight.caller()),
                                        "the server doesn't have a resource type \"%s\"\n"
                                                .formatted(object.type())));
        return "involvedObject.kind=%s,involvedObject.apiVersion=%s,involvedObject.name=%s"
                .formatted(resource.kind(), resource.apiVersion(), object.name());
    }

    private List<JsonNode> sorted(List<JsonNode> items) {
        var found = new ArrayList<JsonNode>();
        for (var item : items) {
            if (events.types().isEmpty()
                    || events.types().stream()
                            .anyMatch(item.path("type").asString("")::equalsIgnoreCase)) {
                found.add(Masking.object(item));
            }
        }
        return GoSort.sorted(found, Comparator.comparing(Happening::sortedBy));
    }

    private String text(List<JsonNode> found) {
        var format = events.format();
        return switch (format.kind()) {
            case TABLE, WIDE -> table(found, events.scope() instanceof Scope.Everywhere);
            // kubectl prints nothing here, as its list bears no name
            case NAME -> "";
            case YAML -> YamlText.yaml(list(found));
            case JSON -> GoJson.indented(list(found), 4) + "\n";
            case JSONPATH, JSONPATH_AS_JSON, GO_TEMPLATE ->
                    TabWriter.table(Templates.text(format, list(found)));
            case KYAML -> KyamlText.of(inOrder(list(found)));
            case CUSTOM_COLUMNS -> throw new IllegalStateException(format.kind().name());
        };
    }

    private static JsonNode list(List<JsonNode> found) {
        var list = Reply.JSON.createObjectNode();
        list.put("kind", "EventList").put("apiVersion", "v1").putObject("metadata");
        var items = list.putArray("items");
        for (var event : found) {
            var item = items.addObject().put("kind", "Event").put("apiVersion", "v1");
            var copy = (ObjectNode) event.deepCopy();
            copy.remove(List.of("kind", "apiVersion"));
            if (copy.path("metadata") instanceof ObjectNode metadata) {
                metadata.remove("managedFields");
            }
            item.setAll(copy);
        }
        return list;
    }

    // as the server wrote it, and not by name
    private static @Nullable Object inOrder(JsonNode node) {
        if (node.isObject()) {
            var fields = new LinkedHashMap<String, @Nullable Object>();
            node.properties()
                    .forEach(field -> fields.put(field.getKey(), inOrder(field.getValue())));
            return fields;
        }
        return node.isArray()
                ? node.valueStream().map(EventsVerb::inOrder).toList()
                : Values.of(node);
    }

    private String table(List<JsonNode> found, boolean withNamespaces) {
        var text = new StringBuilder();
        if (!events.noHeaders()) {
            text.append(withNamespaces ? "NAMESPACE\t" : "");
            text.append("LAST SEEN\tTYPE\tREASON\tOBJECT\tMESSAGE\n");
        }
        for (var event : found) {
            if (withNamespaces) {
                text.append(event.path("metadata").path("namespace").asString("")).append('\t');
            }
            text.append(String.join("\t", Happening.cells(event, now))).append('\n');
        }
        return TabWriter.table(text.toString());
    }

    private String nothing() {
        return events.scope() instanceof Scope.In(var namespace)
                ? "No events found in %s namespace.".formatted(namespace)
                : "No events found.";
    }
}
