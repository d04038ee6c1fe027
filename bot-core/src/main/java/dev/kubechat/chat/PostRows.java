package dev.kubechat.chat;

import dev.kubechat.work.WakeUps;
import dev.kubechat.work.WakeUps.Bell;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The wishes of {@link Posts} as rows of core.post. */
public final class PostRows implements Posts {

    private final JdbcClient jdbc;
    private final WakeUps wakeUps;
    private final ContentJson json = new ContentJson();

    public PostRows(JdbcClient jdbc, WakeUps wakeUps) {
        this.jdbc = jdbc;
        this.wakeUps = wakeUps;
    }

    @Override
    public void want(PostKey key, ChatThread thread, Audience audience, Content content) {
        changed(
                inThread(
                                """
                                insert into core.post as post (kind, key, platform, channel, root, audience, content, live)
                                values ('POST', :key, :platform, :channel, :root, :audience::jsonb, :content::jsonb, :live)
                                on conflict (key) where kind = 'POST' do update
                                set content = excluded.content, live = excluded.live, wanted = post.wanted + 1, given_up = null
                                where post.content is distinct from excluded.content
                                """,
                                thread)
                        .param("key", key.value())
                        .param("audience", json.write(audience))
                        .param("content", json.write(content))
                        .param("live", content instanceof Card card && !card.buttons().isEmpty())
                        .update());
    }

    @Override
    public void withdraw(PostKey key) {
        inTransaction();
        changed(
                jdbc.sql(
                                """
                                update core.post set content = null, live = false, wanted = wanted + 1, given_up = null
                                where kind = 'POST' and key = :key and content is not null
                                """)
                        .param("key", key.value())
                        .update());
    }

    @Override
    public void mark(ChatThread thread, EventId message, Mark mark) {
        changed(
                inThread(
                                """
                                insert into core.post as post (kind, key, platform, channel, root, mark)
                                values ('MARK', :key, :platform, :channel, :root, :mark)
                                on conflict (platform, key) where kind = 'MARK' do update
                                set mark = excluded.mark, wanted = post.wanted + 1, given_up = null
                                where post.mark is distinct from excluded.mark
                                """,
                                thread)
                        .param("key", message.value())
                        .param("mark", mark.name())
                        .update());
    }

    /** How things stand on a platform, for health pages and gauges. */
    public Backlog backlog(PlatformId platform) {
        return jdbc.sql(
                        """
                        select count(*) filter (where given_up is null and shown < wanted) as waiting,
                               count(*) filter (where given_up is not null) as given_up
                        from core.post where platform = :platform and (shown < wanted or given_up is not null)
                        """)
                .param("platform", platform.value())
                .query((row, _) -> new Backlog(row.getLong("waiting"), row.getLong("given_up")))
                .single();
    }

    /**
     * Posts of one platform that are not as wanted.
     *
     * @param waiting to be shown, edited or taken away
     * @param givenUp refused by the platform for good; the row says why
     */
    public record Backlog(long waiting, long givenUp) {}

    private JdbcClient.StatementSpec inThread(String sql, ChatThread thread) {
        inTransaction();
        return jdbc.sql(sql)
                .param("platform", thread.platform().value())
                .param("channel", thread.channel())
                .param("root", thread.root());
    }

    private void changed(int rows) {
        if (rows > 0) {
            wakeUps.ring(Bell.POSTS);
        }
    }

    private static void inTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a post is wanted in the transaction that makes it true, and there is none");
        }
    }
}
