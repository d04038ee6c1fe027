package dev.kubechat.execute.change;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.ApiResource;
import dev.kubechat.execute.api.Call;
import dev.kubechat.execute.api.Refusals;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.Gone;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.KubectlCommand.Scale;
import dev.kubechat.kubectl.ObjectName;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** {@code kubectl scale}: sets the replicas of an object's scale, as long as it has those that were seen. */
final class ScaleVerb {

    static final String REPLICAS = "spec.replicas";

    private final Sight sight;
    private final Scale scale;

    ScaleVerb(Sight sight, Scale scale) {
        this.sight = sight;
        this.scale = scale;
    }

    /** @throws No if it cannot be scaled, or need not */
    Planning plan(ObjectName name) {
        var resource = scalable(sight, name);
        var namespace = Sight.namespace(scale.scope(), resource);
        var reply = sight.api().get(ApiPath.of(resource, namespace).at(name.name()).at("scale"));
        if (reply.code() == 404) {
            throw new Gone(
                    Refusals.missing(resource, name.name(), namespace, sight.caller()),
                    reply.asKubectlSaysIt());
        }
        var seen = sight.answer(reply);
        var was = seen.path("spec").path("replicas").asInt(0);
        check(resource.called(name.name()), seen, was);
        if (was == scale.replicas()) {
            return Planning.nothing(
                    "%s has %s already.".formatted(resource.called(name.name()), replicas(was)),
                    resource.qualified() + "/" + name.name() + " scaled");
        }
        var change =
                new FieldChange(REPLICAS, String.valueOf(was), String.valueOf(scale.replicas()));
        var step = Planning.step(Step.Action.SCALE, resource, seen, List.of(change));
        return Planning.of(step, List.of())
                .seen(
                        new Planning.View(
                                seen,
                                MergePatch.of(seen, replicasOf(scale.replicas())),
                                List.of(List.of("spec", "replicas"))));
    }

    /** @throws No if its type has no replicas */
    static ApiResource scalable(Sight sight, ObjectName name) {
        var resource = sight.resource(name.type());
        if (!resource.subresources().contains("scale")) {
            throw new No(
                    "%s has no replicas that could be set."
                            .formatted(resource.called(name.name())));
        }
        return resource;
    }

    private void check(String name, JsonNode seen, int was) {
        if (scale.currentReplicas() != null && scale.currentReplicas() != was) {
            throw new No(
                    "%s has %s, not %d as --current-replicas asks. Nothing would be changed."
                            .formatted(name, replicas(was), scale.currentReplicas()),
                    "error: Expected replicas to be %d, was %d\n"
                            .formatted(scale.currentReplicas(), was));
        }
        var version = seen.path("metadata").path("resourceVersion").asString("");
        if (scale.resourceVersion() != null && !scale.resourceVersion().equals(version)) {
            throw new No(
                    "%s is at resource version %s, not %s as --resource-version asks. Nothing would be changed."
                            .formatted(name, version, scale.resourceVersion()),
                    "error: Expected resource version to be %s, was %s\n"
                            .formatted(scale.resourceVersion(), version));
        }
    }

    private static JsonNode replicasOf(int number) {
        var patch = Reply.JSON.createObjectNode();
        patch.putObject("spec").put("replicas", number);
        return patch;
    }

    private static String replicas(int number) {
        return number == 1 ? "1 replica" : number + " replicas";
    }

    static Call call(Step step) {
        var change = step.changes().getFirst();
        var was = Integer.parseInt(Objects.requireNonNull(change.was()));
        var becomes = Integer.parseInt(Objects.requireNonNull(change.becomes()));
        var operations = Call.operations();
        Call.test(operations, "/metadata/uid", StringNode.valueOf(step.object().uid()));
        // the server leaves a zero out, and compares what is not there with null
        Call.test(
                operations,
                "/spec/replicas",
                was == 0 ? JsonNodeFactory.instance.nullNode() : IntNode.valueOf(was));
        Call.set(operations, "/spec/replicas", IntNode.valueOf(becomes));
        return Call.patch(ApiPath.of(step.object()).at("scale"), operations);
    }
}
