package dev.kubechat.pipeline;

import dev.kubechat.execute.api.ObjectKey;
import dev.kubechat.kubectl.ChangeCommand;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.ReadCommand;
import dev.kubechat.kubectl.Reading;
import dev.kubechat.kubectl.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** When an execution is over, how it ended, and which part of the command is left to ask again. */
final class Ends {

    private static final Set<Run.StepState> NOT_BEGUN =
            Set.of(Run.StepState.NOT_BEGUN, Run.StepState.NOT_SENT);
    private static final Set<Run.StepState> NOT_DONE =
            Set.of(Run.StepState.NOT_BEGUN, Run.StepState.NOT_SENT, Run.StepState.FAILED);

    private final KubectlReader reader;

    Ends(KubectlReader reader) {
        this.reader = reader;
    }

    /**
     * After a step: on to the next, or the end. The list stops at the first step that was not done.
     *
     * @param outdated whether that was since the object changed at the last moment; it is asked again, as if it had changed before
     */
    Run after(Run.Running running, boolean outdated) {
        var last = running.ended().getLast();
        var stopped = last.state() != Run.StepState.DONE;
        return !stopped && running.ended().size() < running.steps().size()
                ? running
                : ended(running.held(), withNotBegun(running), outdated ? NOT_DONE : NOT_BEGUN);
    }

    private static List<Run.StepEnd> withNotBegun(Run.Running running) {
        var all = new ArrayList<>(running.ended());
        running.steps().stream()
                .skip(running.ended().size())
                .map(step -> new Run.StepEnd(step, Run.StepState.NOT_BEGUN, ""))
                .forEach(all::add);
        return all;
    }

    /** Ends an execution that another process, or a broken one, left behind: an intent without a result may have happened. */
    Run.Ended abandoned(Run.Held held, List<Run.StepEnd> found) {
        return ended(held, found.stream().map(Ends::settled).toList(), NOT_BEGUN);
    }

    private static Run.StepEnd settled(Run.StepEnd found) {
        return switch (found.state()) {
            case INTENDED ->
                    new Run.StepEnd(
                            found.step(), Run.StepState.UNKNOWN, Results.UNKNOWN_AFTER_CRASH);
            case PLANNED -> new Run.StepEnd(found.step(), Run.StepState.NOT_BEGUN, "");
            case DONE, FAILED, UNKNOWN, NOT_SENT, NOT_BEGUN -> found;
        };
    }

    private Run.Ended ended(Run.Held held, List<Run.StepEnd> steps, Set<Run.StepState> askedAgain) {
        var refused = has(steps, Run.StepState.FAILED) && !askedAgain.equals(NOT_DONE);
        return new Run.Ended(
                held,
                state(steps),
                steps,
                "",
                refused ? "" : rest(held.query(), steps, askedAgain));
    }

    private static Run.State state(List<Run.StepEnd> steps) {
        if (has(steps, Run.StepState.UNKNOWN)) {
            return Run.State.UNKNOWN;
        }
        return steps.stream().allMatch(step -> step.state() == Run.StepState.DONE)
                ? Run.State.SUCCEEDED
                : Run.State.FAILED;
    }

    private static boolean has(List<Run.StepEnd> steps, Run.StepState state) {
        return steps.stream().anyMatch(step -> step.state() == state);
    }

    /** The same command for the objects whose turn never came, canonical; empty when there are none. */
    private String rest(Query query, List<Run.StepEnd> steps, Set<Run.StepState> askedAgain) {
        var left =
                steps.stream()
                        .filter(end -> askedAgain.contains(end.state()))
                        .map(end -> end.step().object())
                        .toList();
        return left.isEmpty() || !(reader.read(query.command()) instanceof Reading.Command read)
                ? ""
                : only(read.command(), left);
    }

    private static String only(KubectlCommand command, List<ObjectKey> left) {
        return switch (command) {
            case KubectlCommand.Scale scale ->
                    new KubectlCommand.Scale(
                                    only(scale.selection(), left),
                                    scale.scope(),
                                    scale.replicas(),
                                    scale.currentReplicas(),
                                    scale.resourceVersion(),
                                    scale.timeout(),
                                    scale.options())
                            .canonical();
            case KubectlCommand.RolloutRestart restart ->
                    new KubectlCommand.RolloutRestart(
                                    only(restart.selection(), left),
                                    restart.scope(),
                                    restart.options())
                            .canonical();
            case KubectlCommand.Delete delete ->
                    new KubectlCommand.Delete(
                                    only(delete.selection(), left),
                                    delete.scope(),
                                    delete.options(),
                                    delete.change())
                            .canonical();
            // what was done already needs no step the second time
            case ChangeCommand change -> change.canonical();
            case KubectlCommand.Get _,
                    KubectlCommand.Raw _,
                    KubectlCommand.Describe _,
                    KubectlCommand.Logs _,
                    KubectlCommand.Events _,
                    ReadCommand _,
                    KubectlCommand.NotYet _ ->
                    throw new IllegalStateException("%s has no steps".formatted(command.verb()));
        };
    }

    private static Selection only(Selection selection, List<ObjectKey> left) {
        return switch (selection) {
            case Selection.Named named ->
                    new Selection.Named(
                            named.objects().stream()
                                    .filter(object ->
                                            left.stream().anyMatch(key -> isOf(object, key)))
                                    .toList());
            case Selection.Matching matching -> matching;
            case Selection.InFiles files -> files;
        };
    }

    private static boolean isOf(ObjectName object, ObjectKey key) {
        return object.name().equals(key.name()) && object.type().plural().equals(key.plural());
    }
}
