package dev.kubechat.pipeline;

import dev.kubechat.approval.Approvals;
import dev.kubechat.approval.Digest;
import dev.kubechat.approval.NewRequest;
import dev.kubechat.audit.AuditTrail;
import dev.kubechat.chat.Audience;
import dev.kubechat.chat.Mark;
import dev.kubechat.chat.Posts;
import dev.kubechat.execute.change.PreviewDigest;
import dev.kubechat.session.Sessions;
import org.springframework.transaction.support.TransactionOperations;

/** Where a change waits: for the asker's own confirmation, or for other people. */
final class Gate {

    /** Where the story goes after the verdict. */
    static final String READS = "story.reads";

    static final String CHANGES = "story.changes";

    private static final int LONGEST_SUMMARY = 1000;

    private final TransactionOperations transaction;
    private final Decide.Rows rows;
    private final Approvals approvals;
    private final Posts posts;
    private final Sessions sessions;
    private final AuditTrail audit;

    Gate(
            TransactionOperations transaction,
            Decide.Rows rows,
            Approvals approvals,
            Posts posts,
            Sessions sessions,
            AuditTrail audit) {
        this.transaction = transaction;
        this.rows = rows;
        this.approvals = approvals;
        this.posts = posts;
        this.sessions = sessions;
        this.audit = audit;
    }

    static String next(Stage.Judged judged) {
        return judged.command().changes() ? CHANGES : READS;
    }

    /** Opens the request and shows its card; the event is finished with it. */
    void ask(Stage.Previewed previewed) {
        var query = Query.of(previewed);
        transaction.executeWithoutResult(_ -> open(previewed, query));
    }

    private void open(Stage.Previewed previewed, Query query) {
        var approval = approvals.open(request(previewed, query));
        rows.queries().waiting(query, approval.request().id().value());
        posts.want(
                PostKeys.card(approval.request().id()),
                query.thread(),
                Audience.everyone(),
                Cards.of(query, query.asker(), approval)
                        .with(ObjectLinks.before(query, rows.clusters())));
        posts.mark(query.thread(), query.event(), Mark.WAITING);
        Memory.remember(sessions, previewed.judged());
        audit.record(Trail.opened(query, approval));
        rows.inbox().finish(previewed.claim());
    }

    private static NewRequest request(Stage.Previewed previewed, Query query) {
        return new NewRequest(
                query.verdict().level().name(),
                summary(query.command()),
                digest(previewed, query),
                query.asker().person().value());
    }

    private static String summary(String command) {
        return command.length() <= LONGEST_SUMMARY
                ? command
                : command.substring(0, LONGEST_SUMMARY - 1) + "…";
    }

    /** What an approval of this ask holds for (P5). */
    private static Digest digest(Stage.Previewed previewed, Query query) {
        return new Digest(
                PreviewDigest.of(
                        query.cluster(),
                        previewed.judged().command(),
                        query.asker().person(),
                        query.preview().steps()));
    }
}
