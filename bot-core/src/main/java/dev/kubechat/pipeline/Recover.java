package dev.kubechat.pipeline;

/**
 * Takes up an execution that was begun and is not concluded. One that was let go of between two calls goes on with the steps not
 * begun. One that broke off ends, and nothing is sent: a step whose intent was written may have happened and is UNKNOWN, the ones
 * behind it are asked again (P8).
 */
final class Recover {

    private final Executions executions;
    private final Ends ends;

    Recover(Executions executions, Ends ends) {
        this.executions = executions;
        this.ends = ends;
    }

    Run takeUp(Run.Held held) {
        var found = executions.steps(held.id());
        return executions.isParked(held)
                ? new Run.Running(
                        held,
                        found.stream().map(Run.StepEnd::step).toList(),
                        found.stream()
                                .takeWhile(end -> end.state() != Run.StepState.PLANNED)
                                .toList())
                : ends.abandoned(held, found);
    }
}
