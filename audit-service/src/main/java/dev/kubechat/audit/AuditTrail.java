package dev.kubechat.audit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.kubechat.audit.Actor.Human;
import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where events are recorded: together with the change they tell of, or not at all. */
public class AuditTrail {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records the event in the caller's transaction, with the time of the database. It is there once that commits; an
     * exception must end that transaction.
     * @throws org.springframework.transaction.IllegalTransactionStateException if the caller has no transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public AuditEventId record(AuditEvent event) {
        var id = new AuditEventId(IDS.generate());
        var json = EventJson.write(id, event);
        jdbc.sql(
                        """
                        insert into audit.outbox (id, recorded_at, type, request, actor, body)
                        select :id, at, :type, :request, :actor,
                               :before || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || :after
                        from (select clock_timestamp() as at) as clock\
                        """)
                .param("id", id.value())
                .param("type", event.type())
                .param("request", event.request(), Types.OTHER)
                .param(
                        "actor",
                        event.actor() instanceof Human human ? human.id() : null,
                        Types.OTHER)
                .param("before", json.before())
                .param("after", json.after())
                .update();
        return id;
    }
}
