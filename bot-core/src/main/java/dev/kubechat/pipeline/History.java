package dev.kubechat.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The asks of all threads, newest first. */
public final class History {

    private final JdbcClient jdbc;

    public History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One page.
     *
     * @param before the position of the last one seen; {@code Long.MAX_VALUE} for the first page
     * @param limit most that are returned, 1 to 200
     */
    public List<Happening> page(long before, int limit) {
        return jdbc.sql(
                        """
                        select q.position, q.id, q.asked_at, q.person_name, q.platform, q.words, q.cluster, q.command, q.level,
                               q.approval_id, e.state
                        from core.query q left join core.execution e on e.query_id = q.id
                        where q.position < ? order by q.position desc limit ?
                        """)
                .params(before, Math.clamp(limit, 1, 200))
                .query(History::happening)
                .list();
    }

    private static Happening happening(ResultSet row, int number) throws SQLException {
        return new Happening(
                row.getLong("position"),
                row.getObject("id", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("person_name"),
                row.getString("platform"),
                row.getString("words"),
                row.getString("cluster"),
                Optional.ofNullable(row.getString("command")),
                Optional.ofNullable(row.getString("level")),
                Optional.ofNullable(row.getObject("approval_id", UUID.class)),
                Optional.ofNullable(row.getString("state")));
    }
}
