package dev.kubechat.pipeline;

import dev.kubechat.approval.ApprovalId;
import dev.kubechat.approval.Digest;
import dev.kubechat.execute.change.Step;
import dev.kubechat.execute.change.StepResult;
import dev.kubechat.execute.change.Undo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How far the execution of an approved change has come. */
sealed interface Run {

    Held held();

    /** False when there is nothing left but to conclude. */
    default boolean goesOn() {
        return true;
    }

    /**
     * An execution that this replica holds.
     *
     * @param epoch fences every write: a later claim has a higher one
     * @param decidedBy the name of the person whose vote decided
     * @param notAfter the last moment, by this process's clock, at which a call may be sent: a call timeout before the lease ends
     */
    record Held(
            UUID id,
            long epoch,
            ApprovalId approval,
            Digest digest,
            Query query,
            String decidedBy,
            boolean begun,
            Instant notAfter)
            implements Run {
        @Override
        public Held held() {
            return this;
        }

        Held until(Instant later) {
            return new Held(id, epoch, approval, digest, query, decidedBy, begun, later);
        }
    }

    /**
     * Parsed, classified, authorised and previewed again, and nothing of it differs.
     *
     * @param undos how each step is taken back, in their order; empty where there is no way back
     */
    record Checked(Held held, List<Step> steps, List<Optional<Undo>> undos) implements Run {}

    /**
     * The approval is used.
     *
     * @param ended the steps that ended, in order; the next one is at their end
     */
    record Running(Held held, List<Step> steps, List<StepEnd> ended) implements Run {

        Running until(Instant later) {
            return new Running(held.until(later), steps, ended);
        }

        Step next() {
            return steps.get(ended.size());
        }

        Running with(StepEnd end) {
            var all = new ArrayList<>(ended);
            all.add(end);
            return new Running(held, steps, List.copyOf(all));
        }
    }

    /** The intent of the next step is in the audit trail; the call may be made. */
    record Intended(Running running) implements Run {
        @Override
        public Held held() {
            return running.held();
        }
    }

    /**
     * The call was made, or could not be.
     *
     * @param stopping whether KubeChat is about to stop, so that no other call should be begun
     */
    record Sent(Running running, StepResult result, boolean stopping) implements Run {
        @Override
        public Held held() {
            return running.held();
        }
    }

    /** Its next step is to be begun later, by whoever claims it then; nobody holds it. */
    record Parked(Held held) implements Run {
        @Override
        public boolean goesOn() {
            return false;
        }
    }

    /**
     * There is nothing left to do.
     *
     * @param sentence what the thread is told beside the steps; may be empty
     * @param again the command to ask anew, canonical; empty for none
     */
    record Ended(Held held, State state, List<StepEnd> steps, String sentence, String again)
            implements Run {
        @Override
        public boolean goesOn() {
            return false;
        }
    }

    /** One step and how it ended. */
    record StepEnd(Step step, StepState state, String message) {}

    /** How an execution stands; the names are those of the table. */
    enum State {
        READY,
        RUNNING,
        SUCCEEDED,
        FAILED,
        UNKNOWN,
        ASKED_AGAIN,
        REFUSED
    }

    /** How a step stands; the names are those of the table. */
    enum StepState {
        PLANNED,
        INTENDED,
        DONE,
        FAILED,
        UNKNOWN,
        NOT_SENT,
        NOT_BEGUN
    }
}
