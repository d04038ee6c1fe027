package dev.kubechat.pipeline;

import dev.kubechat.execute.change.Undo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What takes executed steps back, as rows that are forgotten in time. Every method joins the caller's transaction. */
final class Undos {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Duration kept;

    /** @param kept how long after the execution began */
    Undos(JdbcClient jdbc, JsonMapper json, Clock clock, Duration kept) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.kept = kept;
    }

    /** @param undos one for each step, in their order; empty where there is no way back */
    void keep(UUID execution, List<Optional<Undo>> undos) {
        var until = clock.instant().plus(kept).atOffset(ZoneOffset.UTC);
        for (var ordinal = 0; ordinal < undos.size(); ordinal++) {
            if (undos.get(ordinal).isPresent()) {
                jdbc.sql(
                                """
                                insert into core.undo (execution_id, ordinal, undo, expires_at)
                                values (?, ?, cast(? as jsonb), ?)
                                """)
                        .params(
                                execution,
                                ordinal,
                                json.writeValueAsString(undos.get(ordinal).get()),
                                until)
                        .update();
            }
        }
    }

    /** Of the steps that were done, in their order; empty if nothing is kept, or somebody asked for it before. */
    List<Undo> offered(UUID execution) {
        return jdbc.sql(
                        """
                        select undo from core.undo join core.step using (execution_id, ordinal)
                        where execution_id = ? and state = 'DONE' and asked_at is null and expires_at > ?
                        order by ordinal
                        """)
                .params(execution, now())
                .query((row, _) -> json.readValue(row.getString("undo"), Undo.class))
                .list();
    }

    /** @param by who asks, as people know them */
    void asked(UUID execution, String by) {
        jdbc.sql("update core.undo set asked_by = ?, asked_at = ? where execution_id = ?")
                .params(by, now(), execution)
                .update();
    }

    /** Who asked for it; empty if nobody did, or it is forgotten. */
    Optional<String> askedBy(UUID execution) {
        return jdbc.sql(
                        """
                        select distinct asked_by from core.undo where execution_id = ? and asked_by is not null
                        """)
                .param(execution)
                .query(String.class)
                .optional();
    }

    /** Until when {@link #offered} has something; empty if it has nothing. */
    Optional<Instant> until(UUID execution) {
        return offered(execution).isEmpty()
                ? Optional.empty()
                : jdbc.sql("select min(expires_at) from core.undo where execution_id = ?")
                        .param(execution)
                        .query(OffsetDateTime.class)
                        .optional()
                        .map(OffsetDateTime::toInstant);
    }

    /**
     * Takes away what is too long ago.
     *
     * @param most of how many executions
     * @return those executions
     */
    List<UUID> forgetOld(int most) {
        return jdbc
                .sql(
                        """
                        delete from core.undo where execution_id in
                               (select distinct execution_id from core.undo where expires_at <= ? limit ?)
                        returning execution_id
                        """)
                .params(now(), most)
                .query((row, _) -> row.getObject("execution_id", UUID.class))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
