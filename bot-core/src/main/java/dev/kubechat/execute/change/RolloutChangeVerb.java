package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.ApiResource;
import dev.kubechat.execute.api.Call;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.RolloutChange;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl rollout pause}, {@code resume} and {@code undo}. */
final class RolloutChangeVerb {

    private static final String REVISION = "deployment.kubernetes.io/revision";

    // what belongs to the deployment and not to one of its revisions
    private static final Set<String> KEPT =
            Set.of(
                    "kubectl.kubernetes.io/last-applied-configuration",
                    REVISION,
                    "deployment.kubernetes.io/revision-history",
                    "deployment.kubernetes.io/desired-replicas",
                    "deployment.kubernetes.io/max-replicas",
                    "deprecated.deployment.rollback.to");

    private final Sight sight;
    private final Alteration alteration;

    RolloutChangeVerb(Sight sight, Alteration alteration) {
        this.sight = sight;
        this.alteration = alteration;
    }

    /** @throws No if it is so already, there is nothing to go back to, or the server refuses */
    List<Planning> plan(RolloutChange command) {
        return new Chosen(sight)
                .each(
                        command.selection(),
                        command.scope(),
                        seen ->
                                switch (command) {
                                    case RolloutChange.Pause _ -> pause(seen);
                                    case RolloutChange.Resume _ -> resume(seen);
                                    case RolloutChange.Undo undo -> undo(seen, undo.revision());
                                });
    }

    private Planning pause(Seen seen) {
        refuseUnlessDeployment(seen, "pausing");
        if (isPaused(seen)) {
            throw already(seen, "is already paused");
        }
        return paused(seen, true, "paused");
    }

    private Planning resume(Seen seen) {
        refuseUnlessDeployment(seen, "resuming");
        if (!isPaused(seen)) {
            throw already(seen, "is not paused");
        }
        return paused(seen, false, "resumed");
    }

    private Planning paused(Seen seen, boolean paused, String done) {
        var patch = Reply.JSON.createObjectNode();
        var spec = patch.putObject("spec");
        if (paused) {
            spec.put("paused", true);
        } else {
            spec.putNull("paused");
        }
        return alteration.change(
                seen,
                Alteration.MERGE,
                patch.toString(),
                "",
                seen.called() + " " + done,
                seen.called() + " " + done);
    }

    private static No already(Seen seen, String what) {
        return No.saying("%s \"%s\" %s".formatted(seen.resource().resource(), seen.name(), what));
    }

    private static void refuseUnlessDeployment(Seen seen, String what) {
        if (!seen.resource().is("deployments", "apps")) {
            throw No.saying(
                    "%s \"%s\" %s is not supported"
                            .formatted(seen.resource().resource(), seen.name(), what));
        }
    }

    private static boolean isPaused(Seen seen) {
        return seen.object().path("spec").path("paused").asBoolean(false);
    }

    private Planning undo(Seen seen, long revision) {
        if (seen.resource().is("deployments", "apps")) {
            return undoDeployment(seen, revision);
        }
        if (seen.resource().is("daemonsets", "apps")
                || seen.resource().is("statefulsets", "apps")) {
            return undoByHistory(seen, revision);
        }
        throw No.saying(
                "no rollbacker has been implemented for \"%s\"".formatted(seen.resource().kind()));
    }

    private Planning undoDeployment(Seen seen, long revision) {
        if (isPaused(seen)) {
            throw No.saying(
                    "you cannot rollback a paused deployment; resume it first with 'kubectl rollout"
                            + " resume' and try again");
        }
        var sets = owned(seen, sight.builtIn("replicasets")).toList();
        var wanted =
                revision > 0
                        ? sets.stream()
                                .filter(set -> revisionOf(set) == revision)
                                .findFirst()
                                .orElseThrow(() -> notFound(revision))
                        : sets.stream()
                                .sorted(
                                        Comparator.comparingLong(RolloutChangeVerb::revisionOf)
                                                .reversed())
                                .skip(1)
                                .findFirst()
                                .orElseThrow(() ->
                                        No.saying(
                                                "no rollout history found for deployment \"%s\""
                                                        .formatted(seen.name())));
        var template = (ObjectNode) wanted.path("spec").path("template").deepCopy();
        if (template.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove("pod-template-hash");
        }
        var operations = Call.operations();
        operations
                .addObject()
                .put("op", "replace")
                .put("path", "/spec/template")
                .set("value", template);
        operations
                .addObject()
                .put("op", "replace")
                .put("path", "/metadata/annotations")
                .set("value", annotations(seen, wanted));
        return alteration.change(
                seen,
                Api.JSON_PATCH,
                operations.toString(),
                "",
                seen.called() + " rolled back",
                skipped(seen, revision));
    }

    private static ObjectNode annotations(Seen seen, JsonNode wanted) {
        var annotations = Reply.JSON.createObjectNode();
        seen.object()
                .path("metadata")
                .path("annotations")
                .properties()
                .forEach(one -> {
                    if (KEPT.contains(one.getKey())) {
                        annotations.set(one.getKey(), one.getValue());
                    }
                });
        wanted.path("metadata")
                .path("annotations")
                .properties()
                .forEach(one -> {
                    if (!KEPT.contains(one.getKey())) {
                        annotations.set(one.getKey(), one.getValue());
                    }
                });
        return annotations;
    }

    private static long revisionOf(JsonNode set) {
        var text = set.path("metadata").path("annotations").path(REVISION).asString("");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private Planning undoByHistory(Seen seen, long revision) {
        var history =
                owned(seen, sight.builtIn("controllerrevisions"))
                        .sorted(Comparator.comparingLong(one -> one.path("revision").asLong(0)))
                        .toList();
        if (revision == 0 && history.size() <= 1) {
            throw No.saying("no last revision to roll back to");
        }
        var wanted =
                revision == 0
                        ? history.get(history.size() - 2)
                        : history.stream()
                                .filter(one -> one.path("revision").asLong(0) == revision)
                                .findFirst()
                                .orElseThrow(() -> notFound(revision));
        return alteration.change(
                seen,
                Alteration.STRATEGIC,
                wanted.path("data").toString(),
                "",
                seen.called() + " rolled back",
                skipped(seen, revision));
    }

    private static No notFound(long revision) {
        return No.saying("unable to find specified revision %d in history".formatted(revision));
    }

    private static String skipped(Seen seen, long revision) {
        return "%s skipped rollback (current template already matches revision %d)"
                .formatted(seen.called(), revision);
    }

    /** Those of the type that the object made. */
    private Stream<JsonNode> owned(Seen seen, ApiResource resource) {
        var uid = seen.object().path("metadata").path("uid").asString("");
        return sight.list(ApiPath.of(resource, seen.namespace()))
                .path("items")
                .valueStream()
                .filter(one ->
                        one.path("metadata")
                                .path("ownerReferences")
                                .valueStream()
                                .anyMatch(owner -> owner.path("uid").asString("").equals(uid)));
    }
}
