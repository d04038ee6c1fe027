package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight.No;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where an object keeps the spec of its pods. */
final class PodTemplates {

    private static final Set<String> WITH_TEMPLATE =
            Set.of(
                    "Deployment",
                    "ReplicaSet",
                    "StatefulSet",
                    "DaemonSet",
                    "Job",
                    "ReplicationController");

    private PodTemplates() {}

    /** Whether there is one. */
    static boolean isIn(Seen seen) {
        var kind = seen.resource().kind();
        return kind.equals("Pod") || kind.equals("CronJob") || WITH_TEMPLATE.contains(kind);
    }

    /** The fields that lead to the pods' spec. */
    static List<String> path(Seen seen) {
        var kind = seen.resource().kind();
        if (kind.equals("Pod")) {
            return List.of("spec");
        }
        if (kind.equals("CronJob")) {
            return List.of("spec", "jobTemplate", "spec", "template", "spec");
        }
        if (WITH_TEMPLATE.contains(kind)) {
            return List.of("spec", "template", "spec");
        }
        throw new No(
                "%s has no pods of its own.".formatted(seen.resource().called(seen.name())),
                "error: %s/%s the object is not a pod or does not have a pod template: *%s.%s\n"
                        .formatted(
                                seen.resource().plural(),
                                seen.name(),
                                seen.resource().version(),
                                seen.resource().kind()));
    }

    static JsonNode spec(Seen seen) {
        var node = seen.object();
        for (var field : path(seen)) {
            node = node.path(field);
        }
        return node;
    }

    /** A merge patch that sets fields of the pods' spec. */
    static ObjectNode patch(Seen seen, ObjectNode fields) {
        var patch = Reply.JSON.createObjectNode();
        var node = patch;
        var path = path(seen);
        for (var field : path.subList(0, path.size() - 1)) {
            node = node.putObject(field);
        }
        node.set(path.getLast(), fields);
        return patch;
    }
}
