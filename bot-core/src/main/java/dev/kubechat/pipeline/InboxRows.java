package dev.kubechat.pipeline;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.kubechat.audit.AuditTrail;
import dev.kubechat.chat.Inbound;
import dev.kubechat.chat.Inbox;
import dev.kubechat.cluster.RequestId;
import dev.kubechat.work.WakeUps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The inbox as rows: stored before the acknowledgement, claimed oldest first, one at a time of each conversation. */
final class InboxRows implements Inbox {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final JsonMapper json;
    private final WakeUps wakeUps;
    private final AuditTrail audit;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    InboxRows(
            JdbcClient jdbc,
            TransactionOperations transaction,
            JsonMapper json,
            WakeUps wakeUps,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.wakeUps = wakeUps;
        this.audit = audit;
    }

    @Override
    public Receipt accept(Inbound event) {
        return transaction.execute(_ -> store(event));
    }

    private Receipt store(Inbound event) {
        holdConversation(event.thread().key());
        var stored =
                jdbc.sql(
                                """
                                insert into core.inbox (request, platform, event_id, conversation, event)
                                values (?, ?, ?, ?, cast(? as jsonb)) on conflict (platform, event_id) do nothing
                                """)
                        .params(
                                ids.generate(),
                                event.thread().platform().value(),
                                event.id().value(),
                                event.thread().key(),
                                json.writerFor(Inbound.class).writeValueAsString(event))
                        .update();
        if (stored == 0) {
            audit.record(Trail.redelivered(event));
            return Receipt.REDELIVERED;
        }
        wakeUps.ring(WakeUps.Bell.INBOX);
        return Receipt.STORED;
    }

    /** Until commit, so that ids of a conversation become visible in their own order. */
    private void holdConversation(String conversation) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(conversation)
                .query((_, _) -> true)
                .single();
    }

    /** Claims the oldest unfinished event whose conversation has none older. */
    Optional<Claim> claim(Duration lease) {
        return jdbc.sql(
                        """
                        update core.inbox set lease_epoch = lease_epoch + 1, attempts = attempts + 1,
                               lease_until = now() + ? * interval '1 millisecond'
                        where id = (
                            select i.id from core.inbox i
                            where i.finished_at is null and (i.lease_until is null or i.lease_until < now())
                            and not exists (select 1 from core.inbox older
                                            where older.conversation = i.conversation and older.id < i.id
                                            and older.finished_at is null)
                            order by i.id limit 1 for update skip locked)
                        returning id, lease_epoch, request, event, attempts
                        """)
                .param(lease.toMillis())
                .query(this::claimed)
                .optional();
    }

    private Claim claimed(ResultSet row, int number) throws SQLException {
        return new Claim(
                row.getLong("id"),
                row.getLong("lease_epoch"),
                new RequestId(row.getObject("request", UUID.class)),
                json.readValue(row.getString("event"), Inbound.class),
                row.getInt("attempts"));
    }

    /**
     * Ends the work on an event, in the transaction that writes its answer.
     *
     * @throws LeaseLost if another replica has claimed it since
     */
    void finish(Claim claim) {
        var finished =
                jdbc.sql(
                                """
                                update core.inbox set finished_at = now(), lease_until = null
                                where id = ? and lease_epoch = ? and finished_at is null
                                """)
                        .params(claim.row(), claim.epoch())
                        .update();
        if (finished == 0) {
            throw new LeaseLost("inbox row " + claim.row());
        }
    }
}
