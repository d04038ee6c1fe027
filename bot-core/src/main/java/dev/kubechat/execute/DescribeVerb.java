package dev.kubechat.execute;

import dev.kubechat.execute.Sight.No;
import dev.kubechat.kubectl.KubectlCommand.Describe;
import dev.kubechat.kubectl.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code kubectl describe}: what matters of each object, then what happened to it. */
final class DescribeVerb {

    private static final int MOST = 20;

    private final Sight sight;
    private final Describe describe;
    private final Instant now;
    private final List<String> notes = new ArrayList<>();

    DescribeVerb(Sight sight, Describe describe, Instant now) {
        this.sight = sight;
        this.describe = describe;
        this.now = now;
    }

    Outcome.Printed print() {
        var texts = new ArrayList<String>();
        switch (describe.selection()) {
            case Selection.Named(var objects) ->
                    objects.forEach(object -> {
                        var resource = sight.resource(object.type());
                        texts.add(text(resource, sight.object(object, describe.scope())));
                    });
            case Selection.Matching matching ->
                    matching.types()
                            .forEach(
                                    type -> texts.addAll(matching(matching, sight.resource(type))));
            case Selection.InFiles _ ->
                    throw new No("Files that come with a message are not read here yet.");
        }
        if (texts.isEmpty()) {
            notes.add("No resources found.");
        }
        return new Outcome.Printed(String.join("\n\n", texts), String.join(" ", notes));
    }

    private List<String> matching(Selection.Matching matching, ApiResource resource) {
        var path =
                ApiPath.of(resource, Sight.namespace(describe.scope(), resource))
                        .with("labelSelector", matching.labelSelector())
                        .with("fieldSelector", matching.fieldSelector())
                        .with("limit", String.valueOf(MOST));
        var list = sight.list(path);
        if (!list.path("metadata").path("continue").asString("").isEmpty()) {
            notes.add(
                    "These are the first %d %s; name those you want."
                            .formatted(MOST, resource.plural()));
        }
        return list.path("items").valueStream().map(object -> text(resource, object)).toList();
    }

    private String text(ApiResource resource, JsonNode object) {
        var typed =
                ((tools.jackson.databind.node.ObjectNode) object.deepCopy())
                        .put("kind", resource.kind());
        var text = new Description(Masking.object(typed), now).text();
        return describe.showEvents() ? text + events(object) : text;
    }

    private String events(JsonNode object) {
        var metadata = object.path("metadata");
        try {
            return happened(
                    sight.list(
                            ApiPath.collection("", "v1", "events", namespace(metadata))
                                    .with(
                                            "fieldSelector",
                                            "involvedObject.uid="
                                                    + metadata.path("uid").asString())));
        } catch (No no) {
            return "Events:  (not shown: " + no.sentence() + ")\n";
        }
    }

    private static @Nullable String namespace(JsonNode metadata) {
        return metadata.path("namespace").asString("").isEmpty()
                ? null
                : metadata.path("namespace").asString();
    }

    private String happened(JsonNode list) {
        var lines = new Columns(2);
        lines.add(List.of("  Type", "Reason", "Age", "Message"))
                .add(List.of("  ----", "------", "----", "-------"));
        var events =
                list.path("items")
                        .valueStream()
                        .sorted(Comparator.comparing(Happening::lastSeen))
                        .toList();
        for (var event : events) {
            lines.add(
                    List.of(
                            "  " + event.path("type").asString(""),
                            event.path("reason").asString(""),
                            Happening.age(event, now),
                            Masking.text(event.path("message").asString("").strip())));
        }
        return events.isEmpty() ? "Events:  <none>\n" : "Events:\n" + lines.text();
    }
}
