package dev.kubechat.pipeline;

import dev.kubechat.approval.ApprovalId;
import dev.kubechat.approval.Approvals;
import dev.kubechat.audit.AuditTrail;
import dev.kubechat.chat.Audience;
import dev.kubechat.chat.Mark;
import dev.kubechat.chat.Posts;
import dev.kubechat.session.StoredResults;
import dev.kubechat.work.Turn;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Closes what nobody decided in time and says so on the card, takes the way back off the cards whose time for it is over, and forgets
 * the results of reads when they are old.
 */
final class ExpiryTurn implements Turn {

    private static final int AT_ONCE = 20;

    private final TransactionOperations transaction;
    private final Approvals approvals;
    private final Queries queries;
    private final Posts posts;
    private final StoredResults results;
    private final Afterwards afterwards;
    private final AuditTrail audit;

    ExpiryTurn(
            TransactionOperations transaction,
            Approvals approvals,
            Queries queries,
            Posts posts,
            StoredResults results,
            Afterwards afterwards,
            AuditTrail audit) {
        this.transaction = transaction;
        this.approvals = approvals;
        this.queries = queries;
        this.posts = posts;
        this.results = results;
        this.afterwards = afterwards;
        this.audit = audit;
    }

    @Override
    public boolean take() {
        return transaction.execute(_ -> expire());
    }

    private boolean expire() {
        var due = approvals.expireDue(AT_ONCE);
        due.forEach(this::close);
        results.forgetOld();
        var over = afterwards.forgetOld(AT_ONCE);
        over.forEach(this::offerNoWayBack);
        return !(due.isEmpty() && over.isEmpty());
    }

    private void offerNoWayBack(Run.Ended ended) {
        posts.want(
                PostKeys.card(ended.held().approval()),
                ended.held().query().thread(),
                Audience.everyone(),
                afterwards.card(ended));
    }

    private void close(ApprovalId expired) {
        var query = queries.ofApproval(expired.value()).orElseThrow();
        posts.want(
                PostKeys.card(expired), query.thread(), Audience.everyone(), Cards.expired(query));
        posts.mark(query.thread(), query.event(), Mark.FAILED);
        audit.record(Trail.expired(query));
    }
}
