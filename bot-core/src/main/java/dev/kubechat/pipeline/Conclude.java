package dev.kubechat.pipeline;

import dev.kubechat.approval.Approvals;
import dev.kubechat.audit.AuditTrail;
import dev.kubechat.chat.Audience;
import dev.kubechat.chat.ChatMessage;
import dev.kubechat.chat.EventId;
import dev.kubechat.chat.Inbox;
import dev.kubechat.chat.Mark;
import dev.kubechat.chat.Posts;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** Ends an execution: the result in the thread, the card in its final state, and what has to be asked again, all or nothing. */
final class Conclude {

    private final TransactionOperations transaction;
    private final Executions executions;
    private final Approvals approvals;
    private final Posts posts;
    private final AuditTrail audit;
    private final Inbox inbox;
    private final Afterwards afterwards;
    private final Clock clock;

    Conclude(
            TransactionOperations transaction,
            Executions executions,
            Approvals approvals,
            Posts posts,
            AuditTrail audit,
            Inbox inbox,
            Afterwards afterwards,
            Clock clock) {
        this.transaction = transaction;
        this.executions = executions;
        this.approvals = approvals;
        this.posts = posts;
        this.audit = audit;
        this.inbox = inbox;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    void report(Run.Ended ended) {
        transaction.executeWithoutResult(_ -> write(ended));
    }

    private void write(Run.Ended ended) {
        var query = ended.held().query();
        settleSteps(ended);
        executions.finish(ended);
        if (ended.state() == Run.State.ASKED_AGAIN) {
            approvals.supersede(ended.held().approval());
        }
        posts.want(
                PostKeys.card(ended.held().approval()),
                query.thread(),
                Audience.everyone(),
                afterwards.card(ended));
        posts.want(
                PostKeys.result(ended.held().approval()),
                query.thread(),
                Audience.everyone(),
                Results.message(ended));
        posts.mark(
                query.thread(),
                query.event(),
                ended.state() == Run.State.SUCCEEDED ? Mark.DONE : Mark.FAILED);
        audit.record(Trail.concluded(ended));
        askAgain(ended);
    }

    private void settleSteps(Run.Ended ended) {
        for (var ordinal = 0; ordinal < ended.steps().size(); ordinal++) {
            executions.ended(ended.held(), ordinal, ended.steps().get(ordinal));
        }
    }

    /** As if the asker had typed it: it goes the whole way once more, and a new card shows what is to be decided now. */
    private void askAgain(Run.Ended ended) {
        if (ended.again().isEmpty()) {
            return;
        }
        var query = ended.held().query();
        inbox.accept(
                new ChatMessage(
                        new EventId("again:" + ended.held().id()),
                        query.thread(),
                        query.account(),
                        ended.again(),
                        List.of(),
                        clock.instant()));
    }
}
