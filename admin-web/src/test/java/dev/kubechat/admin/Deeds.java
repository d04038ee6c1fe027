package dev.kubechat.admin;

import dev.kubechat.approval.Approval;
import dev.kubechat.approval.Approvals;
import dev.kubechat.approval.Digest;
import dev.kubechat.approval.NewRequest;
import dev.kubechat.approval.Vote;
import dev.kubechat.approval.Voter;
import dev.kubechat.audit.Actor;
import dev.kubechat.audit.AuditEvent;
import dev.kubechat.audit.AuditTrail;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What people ask and decide, as rows. */
final class Deeds {

    private static final Digest DIGEST = new Digest("0".repeat(64));

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Approvals approvals;
    private final AuditTrail audit;

    Deeds(ApplicationContext context) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.transaction = context.getBean(TransactionOperations.class);
        this.approvals = context.getBean(Approvals.class);
        this.audit = context.getBean(AuditTrail.class);
    }

    UUID person(String account) {
        return jdbc.sql("select person_id from core.account where platform = 'web' and account = ?")
                .param(account)
                .query(UUID.class)
                .single();
    }

    /** An ask that was answered at once. */
    UUID asked(String account, String words, String command, String level) {
        var request = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into core.query (id, platform, channel, root, event_id, person_id, account, account_name,
                            person_name, kubernetes_user, kubernetes_groups, words, cluster, namespace, command, level,
                            asked_at)
                        select ?, 'web', 'shop', 'r', 'e', p.id, a.account, p.name, p.name, a.account, '{}', ?, 'staging',
                            'shop', nullif(?, ''), nullif(?, ''), now()
                        from core.account a join core.person p on p.id = a.person_id
                        where a.platform = 'web' and a.account = ?
                        """)
                .params(request, words, command, level, account)
                .update();
        return request;
    }

    /** An ask that waits for a decision. */
    Approval waits(String account, String words, String command, String level) {
        var query = asked(account, words, command, level);
        return transaction.execute(_ -> {
            var approval = approvals.open(new NewRequest(level, command, DIGEST, person(account)));
            jdbc.sql("update core.query set approval_id = ? where id = ?")
                    .params(approval.request().id().value(), query)
                    .update();
            return approval;
        });
    }

    void votes(Approval approval, String account, String group, Vote.Choice choice) {
        var vote = new Vote(new Voter(person(account), Set.of(group)), choice, DIGEST, null);
        transaction.executeWithoutResult(_ -> approvals.vote(approval.request().id(), vote));
    }

    void runs(Approval approval, String state, boolean ended) {
        jdbc.sql(
                        """
                        insert into core.execution (id, query_id, approval_id, digest, decided_by, state, finished_at)
                        select gen_random_uuid(), id, approval_id, '', '', ?, case when ? then now() end
                        from core.query where approval_id = ?
                        """)
                .params(state, ended, approval.request().id().value())
                .update();
    }

    void cameIn() {
        jdbc.sql(
                        """
                        insert into core.inbox (request, platform, event_id, conversation, event)
                        values (gen_random_uuid(), 'web', gen_random_uuid()::text, 'c', '{}')
                        """)
                .update();
    }

    void postGivenUp() {
        jdbc.sql(
                        """
                        insert into core.post (kind, key, platform, channel, root, given_up)
                        values ('POST', gen_random_uuid()::text, 'web', 'shop', 'r', 'gone')
                        """)
                .update();
    }

    void recorded(String type, Actor actor, UUID request, Map<String, String> facts) {
        transaction.executeWithoutResult(
                _ -> audit.record(AuditEvent.of(type, actor, request, facts)));
    }

    Actor human(String account, String name) {
        return new Actor.Human(person(account), name);
    }
}
