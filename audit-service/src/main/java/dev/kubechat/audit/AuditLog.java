package dev.kubechat.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the trail. Needs no transaction and sees what is committed. */
public class AuditLog {
    /** Where reading begins: before this stands everything. */
    public static final long NEWEST = Long.MAX_VALUE;

    private static final int LONGEST_PAGE = 500;

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of entries, newest first.
     * @param before {@link #NEWEST}, or the position of the last entry of the page before
     * @param limit 1 to 500
     */
    public List<AuditEntry> page(AuditFilter filter, long before, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException(
                    "limit is %d, may be 1 to %d".formatted(limit, LONGEST_PAGE));
        }
        return jdbc.sql(
                        """
                        select position, id, recorded_at, body from audit.outbox
                        where position < :before
                          and (cast(:request as uuid) is null or request = :request)
                          and (cast(:actor as uuid) is null or actor = :actor)
                          and (cast(:type as text) is null or type = :type
                               or (:type like '%.' and starts_with(type, :type)))
                        order by position desc limit :limit\
                        """)
                .param("before", before)
                .param("request", filter.request(), Types.OTHER)
                .param("actor", filter.actor(), Types.OTHER)
                .param("type", filter.type(), Types.VARCHAR)
                .param("limit", limit)
                .query(AuditLog::entry)
                .list();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("position"),
                new AuditEventId(row.getObject("id", UUID.class)),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                EventJson.read(row.getString("body")));
    }
}
