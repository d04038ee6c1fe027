package dev.kubechat.pipeline;

import dev.kubechat.approval.Approval;
import dev.kubechat.approval.ApprovalId;
import dev.kubechat.approval.Approvals;
import dev.kubechat.approval.Counted;
import dev.kubechat.approval.Digest;
import dev.kubechat.approval.Vote;
import dev.kubechat.approval.Voter;
import dev.kubechat.audit.AuditTrail;
import dev.kubechat.chat.Audience;
import dev.kubechat.chat.ButtonClick;
import dev.kubechat.chat.Message;
import dev.kubechat.chat.Posts;
import dev.kubechat.cluster.Clusters;
import dev.kubechat.identity.Identification;
import dev.kubechat.identity.Identities;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts a pressed button. The vote, what follows from it, the card and the audit entry commit together; an approval leaves a
 * row to execute.
 */
final class Decide {

    private final TransactionOperations transaction;
    private final Rows rows;
    private final Identities identities;
    private final Approvals approvals;
    private final Afterwards afterwards;
    private final Posts posts;
    private final AuditTrail audit;

    Decide(
            TransactionOperations transaction,
            Rows rows,
            Identities identities,
            Approvals approvals,
            Afterwards afterwards,
            Posts posts,
            AuditTrail audit) {
        this.transaction = transaction;
        this.rows = rows;
        this.identities = identities;
        this.approvals = approvals;
        this.afterwards = afterwards;
        this.posts = posts;
        this.audit = audit;
    }

    /** The tables that a decision touches, and the clusters that it may be about. */
    record Rows(InboxRows inbox, Queries queries, Executions executions, Clusters clusters) {}

    void count(Claim claim) {
        transaction.executeWithoutResult(_ -> {
            look(claim, (ButtonClick) claim.event());
            rows.inbox().finish(claim);
        });
    }

    private void look(Claim claim, ButtonClick click) {
        var found = rows.queries().ofApproval(click.choice().request());
        if (found.isEmpty()) {
            refuse(claim, click, null, Clicks.unknownCard());
            return;
        }
        var query = found.get();
        if (!query.thread().equals(click.thread())) {
            refuse(claim, click, query, Clicks.anotherThread());
            return;
        }
        switch (identities.identify(click.from(), query.cluster().value())) {
            case Identification.Unlinked _ ->
                    refuse(claim, click, query, Sentences.unlinked(click.from(), query.cluster()));
            case Identification.Known known when Afterwards.isOffer(click.choice().verb()) ->
                    ask(claim, click, query, known);
            case Identification.Known voter -> vote(claim, click, query, voter);
        }
    }

    private void ask(Claim claim, ButtonClick click, Query query, Identification.Known by) {
        var refusal = afterwards.ask(click, query, by.name());
        if (refusal == null) {
            audit.record(Trail.voted(query, by, click, "Asked"));
        } else {
            refuse(claim, click, query, refusal);
        }
    }

    private void vote(Claim claim, ButtonClick click, Query query, Identification.Known voter) {
        switch (counted(click, voter)) {
            case Counted.No no -> refuse(claim, click, query, Clicks.no(query, no));
            case Counted.To to -> {
                follow(query, voter, to.now());
                audit.record(Trail.voted(query, voter, click, to.now().getClass().getSimpleName()));
            }
        }
    }

    private Counted counted(ButtonClick click, Identification.Known known) {
        var id = new ApprovalId(click.choice().request());
        var voter = new Voter(known.person().value(), known.kubernetes().groups());
        var seen = new Digest(click.choice().digest());
        return switch (click.choice().verb()) {
            case CONFIRM, APPROVE ->
                    approvals.vote(id, new Vote(voter, Vote.Choice.APPROVE, seen, null));
            case DENY -> approvals.vote(id, new Vote(voter, Vote.Choice.DENY, seen, null));
            case CANCEL -> approvals.cancel(id, voter.person());
            case UNDO, WATCH -> throw new IllegalArgumentException("nothing to vote on");
        };
    }

    private void follow(Query query, Identification.Known voter, Approval now) {
        if (now instanceof Approval.Approved approved) {
            rows.executions().ready(query, approved, voter.name());
        }
        posts.want(
                PostKeys.card(now.request().id()),
                query.thread(),
                Audience.everyone(),
                Cards.of(query, voter, now).with(ObjectLinks.before(query, rows.clusters())));
    }

    /** Told to the one who pressed, not to the channel; the card stays as it is. */
    private void refuse(Claim claim, ButtonClick click, @Nullable Query query, Message why) {
        posts.want(
                PostKeys.answer(claim.request()), click.thread(), Audience.only(click.from()), why);
        audit.record(Trail.clickRefused(click, query, why.text()));
    }
}
