package dev.kubechat.execute.change;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Call;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.KubectlCommand.RolloutRestart;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.Selection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** {@code kubectl rollout restart}: marks the pod template with the time, so that its controller replaces the pods. */
final class RestartVerb {

    private static final Set<String> RESTARTABLE =
            Set.of("deployments", "daemonsets", "statefulsets");
    private static final String MARK = "kubectl.kubernetes.io/restartedAt";
    private static final String ANNOTATIONS = "/spec/template/metadata/annotations";

    /** Where there are annotations already; the mark is put among them. */
    static final String AMONG = "spec.template.metadata.annotations[%s]".formatted(MARK);

    /** Where there are none yet; they are made of the mark. */
    static final String FIRST = "spec.template.metadata.annotations";

    private final Sight sight;
    private final RolloutRestart restart;

    RestartVerb(Sight sight, RolloutRestart restart) {
        this.sight = sight;
        this.restart = restart;
    }

    /** What it is about: a type alone is all of them here, without a word more. */
    static Selection chosen(RolloutRestart restart) {
        return restart.selection() instanceof Selection.Matching matching && matching.isEverything()
                ? new Selection.Matching(matching.types(), null, null, true)
                : restart.selection();
    }

    /** @throws No if it cannot be restarted */
    Planning plan(ObjectName name) {
        var resource = sight.resource(name.type());
        if (!resource.group().equals("apps") || !RESTARTABLE.contains(resource.plural())) {
            throw new No(
                    "%s cannot be restarted; deployments, daemonsets and statefulsets can."
                            .formatted(resource.called(name.name())));
        }
        var seen = sight.object(name, restart.scope());
        if (seen.path("spec").path("paused").asBoolean(false)) {
            throw new No(
                    "%s is paused and would not restart. Resume it first: kubectl rollout resume %s"
                            .formatted(resource.called(name.name()), name));
        }
        var step = Planning.step(Step.Action.RESTART, resource, seen, List.of(change(seen)));
        return Planning.of(step, List.of())
                .seen(
                        new Planning.View(
                                seen,
                                seen,
                                List.of(
                                        List.of(
                                                "spec",
                                                "template",
                                                "metadata",
                                                "annotations",
                                                MARK))));
    }

    // the time itself is no part of what is approved: it is not known yet, and approving takes a
    // while
    private static FieldChange change(JsonNode seen) {
        var annotations = seen.path("spec").path("template").path("metadata").path("annotations");
        if (!annotations.isObject()) {
            return new FieldChange(FIRST, null, MARK + "=now");
        }
        return new FieldChange(
                AMONG, annotations.has(MARK) ? annotations.path(MARK).asString() : null, "now");
    }

    static Call call(Step step, Instant now) {
        var change = step.changes().getFirst();
        var time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        var operations = Call.operations();
        Call.test(operations, "/metadata/uid", StringNode.valueOf(step.object().uid()));
        if (change.path().equals(FIRST)) {
            Call.test(operations, ANNOTATIONS, JsonNodeFactory.instance.nullNode());
            Call.set(operations, ANNOTATIONS, Reply.JSON.createObjectNode().put(MARK, time));
        } else {
            var pointer = ANNOTATIONS + "/" + MARK.replace("/", "~1");
            Call.test(operations, pointer, old(change.was()));
            Call.set(operations, pointer, StringNode.valueOf(time));
        }
        return Call.patch(ApiPath.of(step.object()), operations);
    }

    private static JsonNode old(@Nullable String was) {
        return was == null ? JsonNodeFactory.instance.nullNode() : StringNode.valueOf(was);
    }
}
