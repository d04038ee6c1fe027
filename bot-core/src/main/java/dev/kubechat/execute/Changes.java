package dev.kubechat.execute;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.execute.Sight.No;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.ReadCommand;
import dev.kubechat.kubectl.Selection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Function;

/** The door for changing: finds out as the person what a command would do, and does it, one object and one request at a time. */
public final class Changes {

    private final ClusterDoor door;
    private final Discovery discovery;
    private final Clock clock;

    Changes(ClusterDoor door, Discovery discovery, Clock clock) {
        this.door = door;
        this.discovery = discovery;
        this.clock = clock;
    }

    /**
     * Reads the objects, lets the server try each step without effect and says what hangs on them. Changes nothing.
     *
     * @param command one that changes something, with its namespace filled in
     * @throws ClusterUnavailable if the cluster did not answer in time
     */
    public Preview preview(KubectlCommand command, Caller caller) {
        var sight = new Sight(new Api(caller.cluster(), door.forPerson(caller)), discovery, caller);
        try {
            return plan(command, sight);
        } catch (No no) {
            return new Preview.Impossible(no.sentence());
        }
    }

    private Preview plan(KubectlCommand command, Sight sight) {
        return switch (command) {
            case KubectlCommand.Scale scale ->
                    plan(scale.selection(), new ScaleVerb(sight, scale)::plan, sight);
            case KubectlCommand.RolloutRestart restart ->
                    plan(restart.selection(), new RestartVerb(sight, restart)::plan, sight);
            case KubectlCommand.Delete delete ->
                    plan(delete.selection(), new DeleteVerb(sight, delete)::plan, sight);
            case KubectlCommand.NotYet _ ->
                    new Preview.Impossible(
                            "kubectl %s is understood, but not run yet.".formatted(command.verb()));
            case KubectlCommand.Get _,
                    KubectlCommand.Raw _,
                    KubectlCommand.Describe _,
                    KubectlCommand.Logs _,
                    KubectlCommand.Events _,
                    ReadCommand _ ->
                    throw new IllegalArgumentException(
                            "\"%s\" changes nothing".formatted(command.verb()));
        };
    }

    private Preview plan(Selection selection, Function<ObjectName, Planning> plan, Sight sight) {
        if (!(selection instanceof Selection.Named(var names))) {
            return new Preview.Impossible(
                    "Name the objects: what is changed from a chat is named one by one, and not"
                            + " chosen by selector. See what there is with kubectl get.");
        }
        var steps = new ArrayList<Step>();
        var sentences = new ArrayList<String>();
        for (var name : names) {
            var planning = plan.apply(name);
            planning.step().ifPresent(step -> steps.add(tried(step, sight)));
            sentences.addAll(planning.sentences());
        }
        if (steps.isEmpty()) {
            return new Preview.Impossible(
                    String.join(" ", sentences) + " Nothing would be changed.");
        }
        return new Preview.Planned(steps, sentences);
    }

    private Step tried(Step step, Sight sight) {
        var call = call(step).dry();
        var reply = sight.api().answered(sight.api().call(call));
        if (!reply.ok()) {
            throw new No(Verdicts.sentence(step, reply, sight.caller()));
        }
        return step;
    }

    /**
     * Does the step as the person, on its conditions: one request, never sent again. The caller has recorded the intent before.
     *
     * @param notAfter the request is not handed to the network at this time or later
     */
    public StepResult perform(Step step, Caller caller, Instant notAfter) {
        var api = new Api(caller.cluster(), door.forPerson(caller, notAfter));
        return Verdicts.of(step, api.call(call(step)), caller);
    }

    private Call call(Step step) {
        return switch (step.action()) {
            case SCALE -> ScaleVerb.call(step);
            case RESTART -> RestartVerb.call(step, clock.instant());
            case DELETE -> DeleteVerb.call(step);
        };
    }
}
