package dev.kubechat.pipeline;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.kubechat.approval.Approval;
import dev.kubechat.approval.ApprovalId;
import dev.kubechat.approval.Digest;
import dev.kubechat.execute.change.Step;
import dev.kubechat.work.WakeUps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Approved changes as rows, held by one replica at a time. Every write bears the epoch of the claim; one that comes too late
 * throws {@link LeaseLost} and undoes its transaction.
 */
final class Executions {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Queries queries;
    private final WakeUps wakeUps;
    private final Clock clock;
    private final WorkProperties work;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Executions(
            JdbcClient jdbc,
            JsonMapper json,
            Queries queries,
            WakeUps wakeUps,
            Clock clock,
            WorkProperties work) {
        this.jdbc = jdbc;
        this.json = json;
        this.queries = queries;
        this.wakeUps = wakeUps;
        this.clock = clock;
        this.work = work;
    }

    /** Makes the row, in the transaction of the deciding vote. */
    void ready(Query query, Approval.Approved approved, String decidedBy) {
        var request = approved.request();
        jdbc.sql(
                        """
                        insert into core.execution (id, query_id, approval_id, digest, decided_by, state)
                        values (?, ?, ?, ?, ?, 'READY')
                        """)
                .params(
                        ids.generate(),
                        query.id().value(),
                        request.id().value(),
                        request.digest().hex(),
                        decidedBy)
                .update();
        wakeUps.ring(WakeUps.Bell.EXECUTIONS);
    }

    Optional<Run.Held> claim() {
        var notAfter = lastMoment();
        return jdbc.sql(
                        """
                        update core.execution set lease_epoch = lease_epoch + 1, attempts = attempts + 1,
                               lease_until = now() + ? * interval '1 millisecond'
                        where id = (select id from core.execution
                                    where finished_at is null and (lease_until is null or lease_until < now())
                                    order by position limit 1 for update skip locked)
                        returning id, lease_epoch, approval_id, digest, decided_by, state
                        """)
                .param(work.lease().toMillis())
                .query((row, _) -> held(row, notAfter))
                .optional();
    }

    private Run.Held held(ResultSet row, Instant notAfter) throws SQLException {
        var approval = row.getObject("approval_id", UUID.class);
        return new Run.Held(
                row.getObject("id", UUID.class),
                row.getLong("lease_epoch"),
                new ApprovalId(approval),
                new Digest(row.getString("digest")),
                queries.ofApproval(approval).orElseThrow(),
                row.getString("decided_by"),
                Run.State.valueOf(row.getString("state")) == Run.State.RUNNING,
                notAfter);
    }

    /** Read before the row is touched, so that it is never later than the lease allows. */
    private Instant lastMoment() {
        return clock.instant().plus(work.lease()).minus(work.callTimeout());
    }

    /** Writes the steps down; the approval is consumed in the same transaction. */
    void begin(Run.Checked checked) {
        fence(checked.held(), "state = 'RUNNING', started_at = now()");
        for (var ordinal = 0; ordinal < checked.steps().size(); ordinal++) {
            jdbc.sql(
                            """
                            insert into core.step (execution_id, ordinal, step, state)
                            values (?, ?, cast(? as jsonb), 'PLANNED')
                            """)
                    .params(
                            checked.held().id(),
                            ordinal,
                            json.writeValueAsString(checked.steps().get(ordinal)))
                    .update();
        }
    }

    /**
     * Writes the intent of a step and holds the execution for another lease.
     *
     * @return the last moment at which the call may be sent
     */
    Instant intend(Run.Held held, int ordinal) {
        var notAfter = lastMoment();
        fence(
                held,
                "lease_until = now() + %d * interval '1 millisecond'"
                        .formatted(work.lease().toMillis()));
        var intended =
                jdbc.sql(
                                """
                                update core.step set state = 'INTENDED', intended_at = coalesce(intended_at, now())
                                where execution_id = ? and ordinal = ? and state = 'PLANNED'
                                """)
                        .params(held.id(), ordinal)
                        .update();
        if (intended == 0) {
            throw new LeaseLost("step %d of execution %s".formatted(ordinal, held.id()));
        }
        return notAfter;
    }

    /**
     * Takes an intent back whose call was certainly not done, and lets go of the execution until it is to be tried again.
     *
     * @return false, and nothing is written, if it was put off for too long already
     */
    boolean putOff(Run.Held held, int ordinal, PutOff.Limit limit) {
        var putOff =
                jdbc.sql(
                                """
                                update core.step set state = 'PLANNED'
                                where execution_id = :id and ordinal = :ordinal and state = 'INTENDED'
                                      and intended_at > now() - :step * interval '1 millisecond'
                                      and exists (select from core.execution
                                                  where id = :id and started_at > now() - :run * interval '1 millisecond')
                                """)
                        .param("id", held.id())
                        .param("ordinal", ordinal)
                        .param("step", limit.step().toMillis())
                        .param("run", limit.run().toMillis())
                        .update();
        if (putOff > 0) {
            letGo(held, PutOff.PAUSE);
        }
        return putOff > 0;
    }

    /** Lets go of an execution whose next step is not begun; whoever comes next goes on with it. */
    void park(Run.Held held, int ordinal) {
        jdbc.sql(
                        """
                        update core.step set intended_at = now() where execution_id = ? and ordinal = ? and state = 'PLANNED'
                        """)
                .params(held.id(), ordinal)
                .update();
        letGo(held, Duration.ZERO);
    }

    private void letGo(Run.Held held, Duration pause) {
        fence(
                held,
                "lease_until = now() + %d * interval '1 millisecond'".formatted(pause.toMillis()));
    }

    /** Whether its holder let go of it between two calls, a while ago at the most; then no call's fate is unknown. */
    boolean isParked(Run.Held held) {
        return jdbc.sql(
                        """
                        select count(*) filter (where state = 'PLANNED' and intended_at > now() - ? * interval '1 millisecond') > 0
                               and count(*) filter (where state = 'INTENDED') = 0
                        from core.step where execution_id = ?
                        """)
                .params(PutOff.PARKED.toMillis(), held.id())
                .query(Boolean.class)
                .single();
    }

    void ended(Run.Held held, int ordinal, Run.StepEnd end) {
        fence(held, "state = state");
        jdbc.sql(
                        """
                        update core.step set state = ?, message = ?, ended_at = now() where execution_id = ? and ordinal = ?
                        """)
                .params(end.state().name(), end.message(), held.id(), ordinal)
                .update();
    }

    void finish(Run.Ended ended) {
        var held = ended.held();
        fence(
                held,
                "state = '%s', finished_at = now(), lease_until = null"
                        .formatted(ended.state().name()));
    }

    private void fence(Run.Held held, String assignments) {
        var fenced =
                jdbc.sql(
                                "update core.execution set %s where id = ? and lease_epoch = ? and finished_at is null"
                                        .formatted(assignments))
                        .params(held.id(), held.epoch())
                        .update();
        if (fenced == 0) {
            throw new LeaseLost("execution " + held.id());
        }
    }

    /** An execution that is over. */
    record Found(UUID id, Digest digest) {}

    /** Of that approval; empty if there was none, or it goes on. */
    Optional<Found> ended(UUID approval) {
        return jdbc.sql(
                        """
                        select id, digest from core.execution where approval_id = ? and finished_at is not null
                        """)
                .param(approval)
                .query((row, _) ->
                        new Found(
                                row.getObject("id", UUID.class),
                                new Digest(row.getString("digest"))))
                .optional();
    }

    /** How it ended; empty if it goes on. */
    Optional<Run.Ended> past(UUID execution) {
        return jdbc.sql(
                        """
                        select id, lease_epoch, approval_id, digest, decided_by, state
                        from core.execution where id = ? and finished_at is not null
                        """)
                .param(execution)
                .query((row, _) ->
                        new Run.Ended(
                                held(row, clock.instant()),
                                Run.State.valueOf(row.getString("state")),
                                steps(execution),
                                "",
                                ""))
                .optional();
    }

    /** The steps as they stand, in order; empty before the execution has begun. */
    List<Run.StepEnd> steps(UUID execution) {
        return jdbc.sql(
                        "select step, state, message from core.step where execution_id = ? order by"
                                + " ordinal")
                .param(execution)
                .query((row, _) ->
                        new Run.StepEnd(
                                json.readValue(row.getString("step"), Step.class),
                                Run.StepState.valueOf(row.getString("state")),
                                row.getString("message")))
                .list();
    }
}
