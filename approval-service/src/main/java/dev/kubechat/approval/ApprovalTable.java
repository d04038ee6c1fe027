package dev.kubechat.approval;

import dev.kubechat.approval.Approvals.Slice;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Approvals as rows. Decides nothing, but for the two statements that must find and change in one. */
final class ApprovalTable {
    private static final String SELECT =
            """
            select r.*, v.person, v.groups, v.choice, v.reason, v.cast_at
            from (%s) r left join approval.vote v on v.request = r.id
            order by r.position desc, v.ordinal\
            """;

    private final JdbcClient jdbc;

    ApprovalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Instant clock() {
        return jdbc.sql("select clock_timestamp()")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    void insert(ApprovalId id, NewRequest wanted, Policy policy, Instant at) {
        jdbc.sql(
                        """
                        insert into approval.request
                            (id, level, summary, digest, asker, rule, state, opened_at, expires_at)
                        values (:id, :level, :summary, :digest, :asker, cast(:rule as jsonb), 'PENDING', :opened, :expires)\
                        """)
                .param("id", id.value())
                .param("level", wanted.level())
                .param("summary", wanted.summary())
                .param("digest", wanted.digest().hex())
                .param("asker", wanted.asker())
                .param("rule", RuleJson.write(policy.rule()))
                .param("opened", utc(at))
                .param("expires", utc(at.plus(policy.expiry())))
                .update();
    }

    /** One statement, so that the state and the votes belong together. */
    Optional<Approval> find(ApprovalId id) {
        return jdbc
                .sql(SELECT.formatted("select * from approval.request where id = :id"))
                .param("id", id.value())
                .query(new ApprovalRows())
                .stream()
                .findFirst();
    }

    List<Approval> page(Slice slice, long before, int limit) {
        var states =
                switch (slice) {
                    case PENDING -> "state = 'PENDING'";
                    case DECIDED -> "state <> 'PENDING'";
                };
        return jdbc.sql(
                        SELECT.formatted(
                                "select * from approval.request where position < :before and "
                                        + states
                                        + " order by position desc limit :limit"))
                .param("before", before)
                .param("limit", limit)
                .query(new ApprovalRows());
    }

    void lock(ApprovalId id) {
        jdbc.sql("select 1 from approval.request where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    /** The row is locked. */
    void update(Approval before, Approval next) {
        var added = next.votes().subList(before.votes().size(), next.votes().size());
        for (var cast : added) {
            insert(next.request().id(), next.votes().indexOf(cast), cast);
        }
        var columns = ApprovalColumns.of(next);
        jdbc.sql(
                        "update approval.request set state = :state, closed_at = :closed,"
                                + " revocation = :revocation where id = :id")
                .param("state", columns.state().name())
                .param(
                        "closed",
                        columns.closedAt() == null ? null : utc(columns.closedAt()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "revocation",
                        columns.revocation() == null ? null : columns.revocation().name(),
                        Types.VARCHAR)
                .param("id", next.request().id().value())
                .update();
    }

    private void insert(ApprovalId id, int ordinal, Cast cast) {
        var vote = cast.vote();
        jdbc.sql(
                        """
                        insert into approval.vote (request, ordinal, person, groups, choice, reason, cast_at)
                        values (:request, :ordinal, :person, :groups, :choice, :reason, :at)\
                        """)
                .param("request", id.value())
                .param("ordinal", ordinal)
                .param("person", vote.by().person())
                .param("groups", vote.by().groups().toArray(String[]::new), Types.ARRAY)
                .param("choice", vote.choice().name())
                .param("reason", vote.reason(), Types.VARCHAR)
                .param("at", utc(cast.at()))
                .update();
    }

    boolean consume(ApprovalId id, Digest digest) {
        return jdbc.sql(
                                """
                                update approval.request set consumed_at = clock_timestamp()
                                where id = :id and digest = :digest
                                  and state = 'APPROVED' and consumed_at is null and expires_at > clock_timestamp()\
                                """)
                        .param("id", id.value())
                        .param("digest", digest.hex())
                        .update()
                == 1;
    }

    List<ApprovalId> expireDue(int limit) {
        return jdbc.sql(
                        """
                        with due as (select id from approval.request
                                     where state in ('PENDING', 'APPROVED') and consumed_at is null
                                       and expires_at <= clock_timestamp()
                                     order by expires_at limit :limit for update skip locked)
                        update approval.request r set state = 'EXPIRED', closed_at = clock_timestamp()
                        from due where r.id = due.id returning r.id\
                        """)
                .param("limit", limit)
                .query((row, _) -> new ApprovalId(row.getObject(1, UUID.class)))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
