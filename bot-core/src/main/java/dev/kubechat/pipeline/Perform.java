package dev.kubechat.pipeline;

import dev.kubechat.approval.Approvals;
import dev.kubechat.audit.AuditTrail;
import dev.kubechat.execute.change.Changes;
import dev.kubechat.execute.change.StepResult;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** Uses the approval and makes the calls, one by one: the intent first, then the call outside any transaction, then its result. */
final class Perform {

    private final TransactionOperations transaction;
    private final Executions executions;
    private final Undos undos;
    private final Approvals approvals;
    private final Changes changes;
    private final AuditTrail audit;
    private final Ends ends;
    private final PutOff putOff;
    private final Progress progress;

    Perform(
            TransactionOperations transaction,
            Executions executions,
            Undos undos,
            Approvals approvals,
            Changes changes,
            AuditTrail audit,
            Ends ends,
            PutOff putOff,
            Progress progress) {
        this.transaction = transaction;
        this.executions = executions;
        this.undos = undos;
        this.approvals = approvals;
        this.changes = changes;
        this.audit = audit;
        this.ends = ends;
        this.putOff = putOff;
        this.progress = progress;
    }

    /** The approval is consumed in the transaction that writes the steps down; one that was used or has expired runs nothing. */
    Run begin(Run.Checked checked) {
        return transaction.execute(_ -> consumed(checked));
    }

    private Run consumed(Run.Checked checked) {
        var held = checked.held();
        if (!approvals.consume(held.approval(), held.digest())) {
            return new Run.Ended(
                    held, Run.State.REFUSED, List.of(), Results.NO_LONGER_APPROVED, "");
        }
        executions.begin(checked);
        undos.keep(held.id(), checked.undos());
        audit.record(Trail.begun(checked));
        return new Run.Running(held, checked.steps(), List.of());
    }

    /** Makes the intent of the next step durable. */
    Run.Intended intend(Run.Running running) {
        return transaction.execute(_ -> intended(running));
    }

    private Run.Intended intended(Run.Running running) {
        var notAfter = executions.intend(running.held(), running.ended().size());
        audit.record(Trail.intended(running));
        return new Run.Intended(running.until(notAfter));
    }

    /** Makes the one call. An interrupt means that KubeChat stops, and is taken here: what comes now is written down all the same. */
    Run.Sent send(Run.Intended intended) {
        var running = intended.running();
        var result =
                changes.perform(
                        running.next(), running.held().query().caller(), running.held().notAfter());
        return new Run.Sent(running, result, Thread.interrupted());
    }

    /**
     * Writes how the step ended; the rest of the list stops at the first that was not done. One that was certainly not done, and may
     * be later, is planned again as if it had not been begun.
     */
    Run settle(Run.Sent sent) {
        return transaction.execute(_ -> settled(sent));
    }

    private Run settled(Run.Sent sent) {
        var running = sent.running();
        if (sent.result() instanceof StepResult.Later) {
            var limit = putOff.of(running.held().query());
            if (executions.putOff(running.held(), running.ended().size(), limit)) {
                progress.waits(running);
                return new Run.Parked(running.held());
            }
        }
        var end = end(running, sent.result());
        executions.ended(running.held(), running.ended().size(), end);
        audit.record(Trail.stepEnded(running, end));
        var next = ends.after(running.with(end), isOutdated(sent.result()));
        if (next instanceof Run.Running more) {
            progress.goesOn(more);
            return sent.stopping() ? parked(more) : more;
        }
        return next;
    }

    private Run parked(Run.Running running) {
        executions.park(running.held(), running.ended().size());
        return new Run.Parked(running.held());
    }

    private static boolean isOutdated(StepResult result) {
        return result instanceof StepResult.Failed failed && failed.outdated();
    }

    private static Run.StepState state(StepResult.Ran ran) {
        return ran.exit() == 0 ? Run.StepState.DONE : Run.StepState.FAILED;
    }

    private Run.StepEnd end(Run.Running running, StepResult result) {
        var step = running.next();
        return switch (result) {
            case StepResult.Done done ->
                    new Run.StepEnd(step, Run.StepState.DONE, Results.told(done));
            case StepResult.Going going ->
                    new Run.StepEnd(
                            step,
                            Run.StepState.DONE,
                            "%s. %s".formatted(going.line(), going.sentence()));
            case StepResult.Gone gone -> new Run.StepEnd(step, Run.StepState.DONE, gone.sentence());
            case StepResult.Ran ran -> new Run.StepEnd(step, state(ran), Programs.told(ran));
            case StepResult.Copied copied ->
                    new Run.StepEnd(step, Run.StepState.DONE, Programs.text(copied));
            case StepResult.Later later ->
                    new Run.StepEnd(
                            step,
                            Run.StepState.FAILED,
                            "%s %s"
                                    .formatted(
                                            later.sentence(),
                                            putOff.of(running.held().query()).sentence()));
            case StepResult.Failed failed ->
                    new Run.StepEnd(step, Run.StepState.FAILED, failed.sentence());
            case StepResult.Unknown unknown ->
                    new Run.StepEnd(step, Run.StepState.UNKNOWN, unknown.sentence());
            case StepResult.NotSent notSent ->
                    new Run.StepEnd(step, Run.StepState.NOT_SENT, notSent.sentence());
        };
    }
}
