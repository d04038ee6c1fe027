package dev.kubechat.approval;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.kubechat.approval.Counted.To;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests for approval and the votes on them: the door of this package. All that changes something happens in the caller's
 * transaction, which must exist and must be rolled back when a method throws; what is told to people and to the audit trail is
 * the caller's to write in the same one. A transaction that changed a request holds its row until it ends. Time is the clock of
 * the database.
 */
public class Approvals {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final ApprovalTable table;
    private final Policies policies;

    Approvals(ApprovalTable table, Policies policies) {
        this.table = table;
        this.policies = policies;
    }

    /** Opens a request under the policy of its level as that is now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Approval open(NewRequest wanted) {
        var id = new ApprovalId(IDS.generate());
        table.insert(id, wanted, policies.of(wanted.level()), table.clock());
        return known(id);
    }

    /** Reads what is committed, and what the caller's transaction did if there is one. */
    public Optional<Approval> find(ApprovalId id) {
        return table.find(id);
    }

    /**
     * Counts the vote, or says why not. Of two people who vote in the same moment one waits for the other's transaction. A
     * vote on a request whose time is over is refused and leaves the request to {@link #expireDue}.
     * @throws NoSuchElementException if there is no such request
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Counted vote(ApprovalId id, Vote vote) {
        return decided(id, (now, at) -> Decide.vote(now, vote, at));
    }

    /**
     * Takes back the request for its asker, approved or not, as long as it has not been used.
     * @throws NoSuchElementException if there is no such request
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Counted cancel(ApprovalId id, UUID person) {
        return decided(id, (now, at) -> Decide.cancel(now, person, at));
    }

    /**
     * Takes back the request because what it was for has changed.
     * @throws NoSuchElementException if there is no such request
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Counted supersede(ApprovalId id) {
        return decided(id, Decide::supersede);
    }

    /**
     * Uses the approval, if it is approved for exactly this digest, has not expired and has not been used: the answer is true
     * once, and only if the caller's transaction commits.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean consume(ApprovalId id, Digest digest) {
        return table.consume(id, digest);
    }

    /** Ends requests whose time is over, the longest overdue first; each is given to one caller only. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ApprovalId> expireDue(int limit) {
        return table.expireDue(limit);
    }

    /**
     * A page of requests, newest first.
     * @param before Long.MAX_VALUE, or the {@link Request#position} of the last one of the page before
     */
    public List<Approval> page(Slice slice, long before, int limit) {
        return table.page(slice, before, limit);
    }

    /** Which requests a list shows. */
    public enum Slice {
        /** Those that wait for votes. */
        PENDING,
        /** All others. */
        DECIDED
    }

    /** The time is read when the row is ours: it may have been waited for. */
    private Counted decided(ApprovalId id, BiFunction<Approval, Instant, Counted> decision) {
        table.lock(id);
        var now = known(id);
        var counted = decision.apply(now, table.clock());
        if (counted instanceof To(var next)) {
            table.update(now, next);
        }
        return counted;
    }

    private Approval known(ApprovalId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("No request " + id));
    }
}
