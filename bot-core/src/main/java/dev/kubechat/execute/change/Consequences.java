package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Pods;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.hang.Hanging;
import dev.kubechat.execute.hang.Surroundings;
import dev.kubechat.execute.hang.Touch;
import dev.kubechat.execute.hang.Touch.Doing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What hangs on the steps of one command, as far as the person may see it; what they may not see is left out. */
final class Consequences {

    private static final String ORPHAN = "Orphan";

    private final Vicinity vicinity;

    Consequences(Sight sight) {
        this.vicinity = new Vicinity(sight);
    }

    /** With the sentences that the plannings bring along. */
    List<String> of(List<Planning> plannings) {
        var known = new ArrayList<String>();
        var touches = new ArrayList<Touch>();
        for (var planning : plannings) {
            known.addAll(planning.sentences());
            if (planning.step().isPresent() && planning.view() != null) {
                touches.add(touch(planning.step().get(), planning.view(), noWayBack(planning)));
            }
        }
        return new Hanging(vicinity).of(touches, known);
    }

    private Touch touch(Step step, Planning.View view, String noWayBack) {
        var key = step.object();
        var resource = new Surroundings.Resource(key.group(), key.version(), key.plural());
        var before = view.before();
        var after = view.after();
        var pods = podSelector(view.before());
        if (step.action() == Step.Action.SCALE) {
            // a scale is not the object: its labels and owners are on the object itself
            var object = vicinity.get(resource, key.namespace(), key.name()).orElse(before);
            before = scaled(object, view.before());
            after = scaled(object, view.after());
            pods = view.before().path("status").path("selector").asString("");
        }
        return new Touch(
                doing(step),
                resource,
                subresource(step),
                key.kind(),
                key.namespace(),
                key.name(),
                Masking.object(before),
                Masking.object(after),
                view.fields(),
                pods,
                noWayBack);
    }

    private static JsonNode scaled(JsonNode before, JsonNode scale) {
        var after = before.deepCopy();
        if (after.path("spec") instanceof ObjectNode spec) {
            spec.set("replicas", scale.path("spec").path("replicas"));
        }
        return after;
    }

    private static Doing doing(Step step) {
        return switch (step.action()) {
            case SCALE, CHANGE -> Doing.CHANGE;
            case EXEC, COPY -> Doing.CONNECT;
            case RESTART -> Doing.RESTART;
            case CREATE, TOKEN -> Doing.MAKE;
            case EVICT -> Doing.EVICT;
            case DELETE ->
                    step.changes().stream()
                                    .anyMatch(change ->
                                            change.path().equals(DeleteVerb.PROPAGATION)
                                                    && ORPHAN.equals(change.becomes()))
                            ? Doing.ORPHAN
                            : Doing.DELETE;
        };
    }

    private static String subresource(Step step) {
        if (step.action() == Step.Action.SCALE) {
            return "scale";
        }
        return step.request() == null ? "" : Objects.requireNonNull(step.request()).subresource();
    }

    private static String podSelector(JsonNode object) {
        try {
            return Pods.selector(object);
        } catch (No unknownOperator) {
            return "";
        }
    }

    private static String noWayBack(Planning planning) {
        var step = planning.step().orElseThrow();
        var before = Objects.requireNonNull(planning.view()).before();
        return switch (WayBack.of(step, before)) {
            case WayBack.None(var sentence) -> sentence;
            case WayBack way when planning.undo().isPresent() -> "";
            case WayBack.Recreate _ -> noButton("%s holds", "large", step);
            case WayBack.RestoreFields _ when step.changes().stream().allMatch(Owners::isOwner) ->
                    "There is no way back by a button: all that changes is what is noted about the fields of %s."
                            .formatted(step.object().name());
            case WayBack.RestoreFields _ when !subresource(step).isEmpty() ->
                    "There is no way back by a button: the %s of %s is no field that is set by one."
                            .formatted(subresource(step), step.object().name());
            case WayBack.RestoreFields _ -> noButton("what is changed in %s holds", "long", step);
            case WayBack.Remove _ ->
                    "There is no way back by a button: the server makes the name up, and it is not"
                            + " known before.";
        };
    }

    private static String noButton(String what, String much, Step step) {
        return "There is no way back by a button: %s what looks like a credential, or is too %s to keep."
                .formatted(what.formatted(step.object().name()), much);
    }

    /** For what there is no object of before or after. */
    static JsonNode none() {
        return MissingNode.getInstance();
    }
}
