package dev.kubechat.pipeline;

/**
 * Ends an execution that another process began and did not conclude. Nothing is sent: a step whose intent was written may have
 * happened and is UNKNOWN, the ones behind it are asked again (P8).
 */
final class Recover {

    private final Executions executions;
    private final Ends ends;

    Recover(Executions executions, Ends ends) {
        this.executions = executions;
        this.ends = ends;
    }

    Run.Ended abandoned(Run.Held held) {
        return ends.abandoned(held, executions.steps(held.id()));
    }
}
