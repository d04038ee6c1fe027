package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.MarkCommand;
import dev.kubechat.kubectl.Selection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl label} and {@code kubectl annotate}: sets and takes away labels or annotations, in kubectl's own words. */
final class MarkVerb {

    private final Sight sight;
    private final Alteration alteration;
    private final MarkCommand mark;

    MarkVerb(Sight sight, Alteration alteration, MarkCommand mark) {
        this.sight = sight;
        this.alteration = alteration;
        this.mark = mark;
    }

    /** @throws No if one of the values is there already and may not be overwritten, or the server refuses */
    List<Planning> plan() {
        return new Chosen(sight, mark.local()).each(mark.selection(), mark.scope(), this::plan);
    }

    /**
     * {@code --list}: what each has, or would have with what is said beside it, in the order of the keys.
     *
     * @throws No if one of the values is there already and may not be overwritten
     */
    String list() {
        var chosen = new Chosen(sight, mark.local()).objects(mark.selection(), mark.scope());
        var text = new StringBuilder();
        for (var seen : chosen) {
            if (!isOne()) {
                text.append(
                        "Listing %s for %s.%s/%s:\n"
                                .formatted(
                                        field(),
                                        seen.resource().kind(),
                                        seen.resource().group(),
                                        seen.name()));
            }
            var marks =
                    Masking.object(MergePatch.of(seen.object(), patch(seen)))
                            .path("metadata")
                            .path(field());
            marks.propertyStream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(one ->
                            text.append(isOne() ? "" : " ")
                                    .append(one.getKey() + "=" + one.getValue().asString(""))
                                    .append("\n"));
        }
        return text.toString();
    }

    private boolean isOne() {
        return switch (mark.selection()) {
            case Selection.Named named -> named.objects().size() == 1;
            case Selection.InFiles files -> files.manifests().files().size() == 1;
            case Selection.Matching _ -> false;
        };
    }

    private Planning plan(Seen seen) {
        checkVersion(seen);
        var there = seen.object().path("metadata").path(field());
        return alteration.change(
                seen,
                Alteration.MERGE,
                patch(seen).toString(),
                "",
                missing(there) + seen.called() + " " + done(there),
                missing(there) + seen.called() + " " + undone());
    }

    private ObjectNode patch(Seen seen) {
        var there = seen.object().path("metadata").path(field());
        var patch = Reply.JSON.createObjectNode();
        var marks = patch.putObject("metadata").putObject(field());
        mark.edits()
                .set()
                .forEach((key, value) -> {
                    var old = there.path(key);
                    if (!overwrites() && old.isString() && !old.asString().equals(value)) {
                        throw taken(key, old.asString());
                    }
                    marks.put(key, value);
                });
        mark.edits().removed().forEach(marks::putNull);
        return patch;
    }

    private void checkVersion(Seen seen) {
        var asked =
                switch (mark) {
                    case MarkCommand.Label label -> label.resourceVersion();
                    case MarkCommand.Annotate annotate -> annotate.resourceVersion();
                };
        var is = seen.object().path("metadata").path("resourceVersion").asString("");
        if (asked != null && !asked.equals(is)) {
            throw new No(
                    "%s is at resource version %s, not %s as --resource-version asks. Nothing would be changed."
                            .formatted(seen.called(), is, asked));
        }
    }

    private boolean isLabel() {
        return mark instanceof MarkCommand.Label;
    }

    private String field() {
        return isLabel() ? "labels" : "annotations";
    }

    private boolean overwrites() {
        return switch (mark) {
            case MarkCommand.Label label -> label.overwrite();
            case MarkCommand.Annotate annotate -> annotate.overwrite();
        };
    }

    private No taken(String key, String value) {
        return isLabel()
                ? No.saying(
                        "'%s' already has a value (%s), and --overwrite is false"
                                .formatted(key, value))
                : No.saying(
                        "--overwrite is false but found the following declared annotation(s): '%s' already has a value (%s)"
                                .formatted(key, value));
    }

    // kubectl tells it of labels only, and where the server is asked
    private String missing(JsonNode there) {
        return isLabel() && !alteration.isLocal()
                ? mark.edits().removed().stream()
                        .filter(key -> !there.has(key))
                        .map("label \"%s\" not found.\n"::formatted)
                        .collect(Collectors.joining())
                : "";
    }

    private String done(JsonNode there) {
        if (!isLabel()) {
            return "annotated";
        }
        var removes = mark.edits().removed().stream().anyMatch(there::has);
        var adds =
                mark.edits().set().entrySet().stream()
                        .anyMatch(one ->
                                !there.path(one.getKey()).asString("").equals(one.getValue())
                                        || !there.has(one.getKey()));
        if (removes) {
            return adds ? "modified" : "unlabeled";
        }
        return "labeled";
    }

    private String undone() {
        return isLabel() ? "not labeled" : "annotated";
    }
}
