package dev.kubechat.pipeline;

import dev.kubechat.audit.AuditTrail;
import dev.kubechat.chat.Mark;
import dev.kubechat.chat.Posts;
import dev.kubechat.session.Sessions;
import dev.kubechat.session.StoredResults;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** Says the last word of an ask that has nothing to decide. Answer, audit entry and the end of the event commit together. */
final class Answer {

    private final TransactionOperations transaction;
    private final InboxRows inbox;
    private final Queries queries;
    private final Posts posts;
    private final Sessions sessions;
    private final StoredResults results;
    private final AuditTrail audit;

    Answer(
            TransactionOperations transaction,
            Decide.Rows rows,
            Posts posts,
            Sessions sessions,
            StoredResults results,
            AuditTrail audit) {
        this.transaction = transaction;
        this.inbox = rows.inbox();
        this.queries = rows.queries();
        this.posts = posts;
        this.sessions = sessions;
        this.results = results;
        this.audit = audit;
    }

    void conclude(Stage.Answered answered) {
        transaction.executeWithoutResult(_ -> write(answered));
    }

    private void write(Stage.Answered answered) {
        var claim = answered.claim();
        var event = claim.event();
        keep(answered.from());
        posts.want(
                PostKeys.answer(claim.request()),
                event.thread(),
                answered.audience(),
                answered.answer());
        var result = answered.result();
        if (result != null) {
            results.keep(event.thread(), result);
        }
        posts.mark(
                event.thread(),
                event.id(),
                answered.end() == Stage.End.FAILED ? Mark.FAILED : Mark.DONE);
        audit.record(Trail.answered(answered));
        inbox.finish(claim);
    }

    private void keep(Stage from) {
        switch (from) {
            case Claim _ -> {}
            case Stage.Asked asked -> queries.ended(asked, Optional.empty(), Optional.empty());
            case Stage.Understood understood -> keep(understood.asked());
            case Stage.Planned planned ->
                    queries.ended(planned.asked(), Optional.of(planned), Optional.empty());
            case Stage.Judged judged -> keepJudged(judged);
            case Stage.Authorized authorized -> keepJudged(authorized.judged());
            case Stage.Previewed previewed -> keepJudged(previewed.judged());
            case Stage.Answered answered -> keep(answered.from());
        }
    }

    private void keepJudged(Stage.Judged judged) {
        queries.ended(judged.asked(), Optional.of(judged.planned()), Optional.of(judged.verdict()));
        Memory.remember(sessions, judged);
    }
}
