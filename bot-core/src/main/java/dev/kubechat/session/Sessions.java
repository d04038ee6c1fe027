package dev.kubechat.session;

import dev.kubechat.chat.ChatThread;
import dev.kubechat.cluster.ClusterId;
import dev.kubechat.cluster.Clusters;
import dev.kubechat.kubectl.Namespace;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The memory of threads, as rows. A thread without a row is about the standard cluster and its default namespace. */
public final class Sessions {

    private final JdbcClient jdbc;
    private final Clusters clusters;

    public Sessions(JdbcClient jdbc, Clusters clusters) {
        this.jdbc = jdbc;
        this.clusters = clusters;
    }

    /** A remembered cluster that is no longer registered is forgotten. */
    public Session of(ChatThread thread) {
        return jdbc.sql("select cluster, namespace from core.session where conversation = ?")
                .param(thread.key())
                .query((row, _) ->
                        new Session(
                                new ClusterId(row.getString("cluster")),
                                new Namespace(row.getString("namespace"))))
                .optional()
                .filter(remembered -> clusters.find(remembered.cluster()).isPresent())
                .orElseGet(this::standard);
    }

    private Session standard() {
        var cluster = clusters.standard();
        return new Session(cluster.id(), cluster.defaultNamespace());
    }

    /** Remembers from now on; joins the caller's transaction. */
    public void remember(ChatThread thread, Session session) {
        jdbc.sql(
                        """
                        insert into core.session (conversation, cluster, namespace) values (?, ?, ?)
                        on conflict (conversation) do update
                        set cluster = excluded.cluster, namespace = excluded.namespace, changed_at = now()
                        where (session.cluster, session.namespace) is distinct from (excluded.cluster, excluded.namespace)
                        """)
                .params(thread.key(), session.cluster().value(), session.namespace().value())
                .update();
    }
}
