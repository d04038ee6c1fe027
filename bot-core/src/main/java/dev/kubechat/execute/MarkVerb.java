package dev.kubechat.execute;

import dev.kubechat.execute.Sight.No;
import dev.kubechat.kubectl.MarkCommand;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

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
        return new Chosen(sight).each(mark.selection(), mark.scope(), this::plan);
    }

    private Planning plan(Seen seen) {
        checkVersion(seen);
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
        return alteration.change(
                seen,
                Alteration.MERGE,
                patch.toString(),
                "",
                missing(there) + seen.called() + " " + done(there),
                missing(there) + seen.called() + " " + undone());
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

    // kubectl tells it of labels only
    private String missing(JsonNode there) {
        return isLabel()
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
