package dev.kubechat.execute.read;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Pods;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.api.YamlText;
import dev.kubechat.execute.change.Chosen;
import dev.kubechat.execute.describe.Descriptions;
import dev.kubechat.execute.print.TabWriter;
import dev.kubechat.kubectl.ReadCommand.RolloutHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl rollout history}: what a workload was made of before. */
final class RolloutHistoryVerb {

    private static final String CAUSE = "kubernetes.io/change-cause";
    private static final String REVISION = "deployment.kubernetes.io/revision";
    private static final Set<String> WITHOUT_HISTORY =
            Set.of("Job.batch", "CronJob.batch", "Pod", "ReplicaSet.apps", "ReplicationController");

    private final Sight sight;
    private final RolloutHistory asked;
    private final Instant now;

    RolloutHistoryVerb(Sight sight, RolloutHistory asked, Instant now) {
        this.sight = sight;
        this.asked = asked;
        this.now = now;
    }

    /** @param made what bears the revision's number and cause: a replica set, or a controller revision */
    private record Revision(JsonNode made, ObjectNode object, JsonNode podTemplate) {

        String cause() {
            var cause = made.path("metadata").path("annotations").path(CAUSE).asString("");
            return cause.isEmpty()
                    ? podTemplate.path("metadata").path("annotations").path(CAUSE).asString("")
                    : cause;
        }
    }

    Outcome.Printed print() {
        var parts = new ArrayList<String>();
        var failures = new ArrayList<No>();
        new Chosen(sight)
                .readable(asked.selection(), asked.scope(), failures)
                .forEach(object -> {
                    try {
                        parts.add(text(object));
                    } catch (No no) {
                        failures.add(no);
                    }
                });
        var text = String.join(asked.output().equals("yaml") ? "---\n" : "", parts);
        return failures.isEmpty()
                ? new Outcome.Printed(text, "")
                : new Outcome.Printed(
                        text, Failures.sentence(failures), Failures.errors(failures), 1);
    }

    private String text(Seen owner) {
        var history = history(owner);
        if (!asked.output().isEmpty()) {
            return objects(history);
        }
        var head = owner.resource().qualified() + "/" + owner.name() + " ";
        if (asked.revision() > 0) {
            head += "with revision #%d".formatted(asked.revision());
        }
        if (history.isEmpty()) {
            return head + "\nNo rollout history found.\n";
        }
        return head
                + "\n"
                + (asked.revision() > 0 ? inFull(wanted(history)) : list(history))
                + "\n";
    }

    private String inFull(Revision revision) {
        var template = ((ObjectNode) revision.podTemplate().deepCopy());
        if (!revision.cause().isEmpty()
                && template.path("metadata") instanceof ObjectNode metadata) {
            metadata.withObject("annotations").put(CAUSE, revision.cause());
        }
        return Descriptions.podTemplate(Masking.object(template), new DescribeWindow(sight, now));
    }

    private static String list(Map<Long, Revision> history) {
        var text = new StringBuilder("REVISION\tCHANGE-CAUSE\n");
        history.forEach((number, revision) ->
                text.append(number)
                        .append('\t')
                        .append(
                                revision.cause().isEmpty()
                                        ? "<none>"
                                        : Masking.text(revision.cause()))
                        .append('\n'));
        return TabWriter.close(text.toString());
    }

    private Revision wanted(Map<Long, Revision> history) {
        var revision = history.get(asked.revision());
        if (revision == null) {
            throw No.saying("unable to find the specified revision");
        }
        return revision;
    }

    private String objects(Map<Long, Revision> history) {
        var shown = asked.revision() > 0 ? List.of(wanted(history)) : List.copyOf(history.values());
        return shown.stream()
                .map(Revision::object)
                .map(Masking::object)
                .map(this::printed)
                .collect(Collectors.joining(asked.output().equals("yaml") ? "---\n" : ""));
    }

    private String printed(JsonNode object) {
        return switch (asked.output()) {
            case "json" -> GoJson.indented(object, 4) + "\n";
            case "yaml" -> YamlText.yaml(object);
            default -> Templates.text(asked.output(), object).orElseGet(() -> named(object));
        };
    }

    private static String named(JsonNode object) {
        return "%s.apps/%s\n"
                .formatted(
                        object.path("kind").asString("").toLowerCase(java.util.Locale.ROOT),
                        Pods.name(object));
    }

    private Map<Long, Revision> history(Seen owner) {
        var kind = Rollout.groupKind(owner.resource());
        return switch (kind) {
            case "Deployment.apps" -> ofReplicaSets(owner.object());
            case "DaemonSet.apps", "StatefulSet.apps" -> ofControllerRevisions(owner);
            default ->
                    throw No.saying(
                            WITHOUT_HISTORY.contains(kind)
                                    ? "no history viewer has been implemented for \"%s\""
                                            .formatted(kind)
                                    : "error retrieving history for \"%s\", no visitor method exists for {%s %s}"
                                            .formatted(
                                                    kind,
                                                    owner.resource().group(),
                                                    owner.resource().kind()));
        };
    }

    private Map<Long, Revision> ofReplicaSets(JsonNode deployment) {
        var history = new TreeMap<Long, Revision>();
        for (var set : owned("replicasets", deployment)) {
            var number = set.path("metadata").path("annotations").path(REVISION).asString("0");
            history.put(
                    Long.parseLong(number.matches("[0-9]{1,18}") ? number : "0"),
                    new Revision(set, typed("ReplicaSet", set), set.path("spec").path("template")));
        }
        return history;
    }

    private Map<Long, Revision> ofControllerRevisions(Seen owner) {
        var history = new TreeMap<Long, Revision>();
        for (var revision : owned("controllerrevisions", owner.object())) {
            var then = typed(owner.resource().kind(), owner.object());
            if (revision.path("data").path("spec").path("template").deepCopy()
                            instanceof ObjectNode made
                    && then.path("spec") instanceof ObjectNode spec) {
                // a revision's data is a patch that replaces the template
                made.remove("$patch");
                spec.set("template", made);
            }
            history.put(
                    revision.path("revision").asLong(0),
                    new Revision(revision, then, then.path("spec").path("template")));
        }
        return history;
    }

    private List<JsonNode> owned(String plural, JsonNode owner) {
        var metadata = owner.path("metadata");
        var path =
                ApiPath.collection("apps", "v1", plural, metadata.path("namespace").asString(""))
                        .with("labelSelector", Pods.selector(owner));
        return sight.list(path)
                .path("items")
                .valueStream()
                .filter(item -> isControlledBy(item, metadata.path("uid").asString("")))
                .toList();
    }

    private static boolean isControlledBy(JsonNode item, String uid) {
        return item.path("metadata")
                .path("ownerReferences")
                .valueStream()
                .anyMatch(reference ->
                        reference.path("controller").asBoolean(false)
                                && reference.path("uid").asString("").equals(uid));
    }

    private static ObjectNode typed(String kind, JsonNode object) {
        var typed = Reply.JSON.createObjectNode().put("kind", kind).put("apiVersion", "apps/v1");
        var copy = (ObjectNode) object.deepCopy();
        copy.remove(List.of("kind", "apiVersion"));
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        typed.setAll(copy);
        return typed;
    }
}
