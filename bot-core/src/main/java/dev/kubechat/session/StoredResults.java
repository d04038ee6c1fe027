package dev.kubechat.session;

import dev.kubechat.chat.ChatThread;
import dev.kubechat.cluster.ClusterId;
import dev.kubechat.cluster.RequestId;
import dev.kubechat.identity.KubernetesIdentity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last result of each thread, as rows that are forgotten in time. */
public final class StoredResults {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration kept;

    /** @param kept how long after the read */
    public StoredResults(JdbcClient jdbc, Clock clock, Duration kept) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.kept = kept;
    }

    /** What the thread can still be shown in other ways; empty if there was nothing, or it is too long ago. */
    public Optional<StoredResult> of(ChatThread thread) {
        return jdbc.sql("select * from core.result where conversation = ? and expires_at > ?")
                .params(thread.key(), clock.instant().atOffset(ZoneOffset.UTC))
                .query(StoredResults::result)
                .optional();
    }

    /** Puts it in the place of the thread's last one; joins the caller's transaction. */
    public void keep(ChatThread thread, StoredResult result) {
        jdbc.sql(
                        """
                        insert into core.result (conversation, request, kubernetes_user, kubernetes_groups, cluster, command,
                            command_version, output, filter, shown, read_at, expires_at)
                        values (:conversation, :request, :user, :groups, :cluster, :command, :version, :output, :filter, :shown,
                            :read, :expires)
                        on conflict (conversation) do update
                        set request = excluded.request, kubernetes_user = excluded.kubernetes_user,
                            kubernetes_groups = excluded.kubernetes_groups, cluster = excluded.cluster,
                            command = excluded.command, command_version = excluded.command_version, output = excluded.output,
                            filter = excluded.filter, shown = excluded.shown, read_at = excluded.read_at,
                            expires_at = excluded.expires_at
                        """)
                .param("conversation", thread.key())
                .param("request", result.request().value())
                .param("user", result.readAs().user())
                .param("groups", result.readAs().groups().toArray(String[]::new))
                .param("cluster", result.cluster().value())
                .param("command", result.command())
                .param("version", result.commandVersion())
                .param("output", result.output().replace("\0", ""))
                .param("filter", result.filter() == null ? null : result.filter().words())
                .param("shown", result.shown())
                .param("read", result.readAt().atOffset(ZoneOffset.UTC))
                .param("expires", result.readAt().plus(kept).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nothing of the thread's last result is left; joins the caller's transaction. */
    public void forget(ChatThread thread) {
        jdbc.sql("delete from core.result where conversation = ?").param(thread.key()).update();
    }

    /** Takes away what is too long ago; joins the caller's transaction. */
    public void forgetOld() {
        jdbc.sql("delete from core.result where expires_at <= ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static StoredResult result(ResultSet row, int number) throws SQLException {
        var groups = (String[]) row.getArray("kubernetes_groups").getArray();
        var filter = row.getString("filter");
        return new StoredResult(
                new RequestId(row.getObject("request", UUID.class)),
                new KubernetesIdentity(
                        row.getString("kubernetes_user"), new TreeSet<>(Arrays.asList(groups))),
                new ClusterId(row.getString("cluster")),
                row.getString("command"),
                row.getInt("command_version"),
                row.getString("output"),
                filter == null ? null : new RowFilter(filter),
                row.getInt("shown"),
                row.getObject("read_at", OffsetDateTime.class).toInstant());
    }
}
