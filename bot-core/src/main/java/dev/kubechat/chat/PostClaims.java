package dev.kubechat.chat;

import dev.kubechat.chat.PostClaim.Wanted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The worker's side of core.post. Each method is one statement and holds no transaction; time is the database's. A claim that
 * was overtaken records nothing.
 */
final class PostClaims {

    private final JdbcClient jdbc;
    private final PlatformId platform;
    private final String owner;
    private final Duration lease;
    private final ContentJson json = new ContentJson();

    PostClaims(JdbcClient jdbc, PlatformId platform, String owner, Duration lease) {
        this.jdbc = jdbc;
        this.platform = platform;
        this.owner = owner;
        this.lease = lease;
    }

    /** The oldest post that is due, unless an earlier one of its thread still waits to appear. */
    Optional<PostClaim> next() {
        return jdbc.sql(
                        """
                        with due as materialized (
                            select id from core.post post
                            where platform = :platform and shown < wanted and given_up is null
                              and due_at <= now() and (leased_until is null or leased_until <= now())
                              and not (kind = 'POST' and ref is null and content is not null and exists (
                                  select 1 from core.post earlier
                                  where earlier.platform = post.platform and earlier.channel = post.channel
                                    and earlier.root = post.root and earlier.id < post.id and earlier.kind = 'POST'
                                    and earlier.ref is null and earlier.content is not null and earlier.given_up is null))
                            order by id limit 1
                            for update of post skip locked)
                        update core.post post
                        set owner = :owner, epoch = epoch + 1, leased_until = now() + :lease * interval '1 ms'
                        from due where post.id = due.id
                        returning post.*
                        """)
                .param("platform", platform.value())
                .param("owner", owner)
                .param("lease", lease.toMillis())
                .query(this::claim)
                .optional();
    }

    /** Whether the channel may be posted into now; if so, it may not be again until the pause is over. */
    boolean channelIsFree(PostClaim claim, Duration pause) {
        return pause.isZero()
                || of(
                                        claim.thread(),
                                        """
                                        insert into core.post_pace as pace (platform, channel, next_at)
                                        values (:platform, :channel, now() + :pause * interval '1 ms')
                                        on conflict (platform, channel) do update set next_at = excluded.next_at where pace.next_at <= now()
                                        """)
                                .param("pause", pause.toMillis())
                                .update()
                        > 0;
    }

    /** Puts the post back until its channel is free. */
    void untilChannelIsFree(PostClaim claim) {
        of(
                        claim.thread(),
                        """
                        update core.post post set owner = null, leased_until = null, due_at = pace.next_at
                        from core.post_pace pace
                        where id = :id and epoch = :epoch and pace.platform = :platform and pace.channel = :channel
                        """)
                .param("id", claim.id())
                .param("epoch", claim.epoch())
                .update();
    }

    /** @return false if the claim was overtaken; the post will then be shown once more, as the last word may have been ours */
    boolean shown(PostClaim claim, Optional<PostRef> ref) {
        var recorded =
                of(
                                claim,
                                """
                                update core.post set shown = :version, ref = :ref, failures = 0, trouble = null, owner = null,
                                    leased_until = null, shown_at = now()
                                where id = :id and epoch = :epoch
                                """)
                        .param("version", claim.version())
                        .param("ref", ref.map(PostRef::value).orElse(null))
                        .update();
        if (recorded == 0) {
            jdbc.sql("update core.post set wanted = wanted + 1 where id = :id")
                    .param("id", claim.id())
                    .update();
        }
        return recorded > 0;
    }

    void later(PostClaim claim, Duration wait, String trouble) {
        of(
                        claim,
                        """
                        update core.post set due_at = now() + :wait * interval '1 ms', failures = failures + 1, trouble = :trouble,
                            owner = null, leased_until = null
                        where id = :id and epoch = :epoch
                        """)
                .param("wait", wait.toMillis())
                .param("trouble", trouble)
                .update();
    }

    /** Lets everything that waits for the channel wait at least this long. */
    void pauseChannel(ChatThread thread, Duration wait) {
        of(
                        thread,
                        """
                        update core.post set due_at = greatest(due_at, now() + :wait * interval '1 ms')
                        where platform = :platform and channel = :channel and shown < wanted and given_up is null
                        """)
                .param("wait", wait.toMillis())
                .update();
    }

    void giveUp(PostClaim claim, String why) {
        of(
                        claim,
                        """
                        update core.post set given_up = :why, trouble = null, owner = null, leased_until = null
                        where id = :id and epoch = :epoch
                        """)
                .param("why", why)
                .update();
    }

    private JdbcClient.StatementSpec of(ChatThread thread, String sql) {
        return jdbc.sql(sql).param("platform", platform.value()).param("channel", thread.channel());
    }

    private JdbcClient.StatementSpec of(PostClaim claim, String sql) {
        return jdbc.sql(sql).param("id", claim.id()).param("epoch", claim.epoch());
    }

    private PostClaim claim(ResultSet row, int number) throws SQLException {
        return new PostClaim(
                row.getLong("id"),
                row.getLong("epoch"),
                row.getLong("wanted"),
                row.getInt("failures"),
                new ChatThread(platform, row.getString("channel"), row.getString("root")),
                json.readAudience(row.getString("audience")),
                Optional.ofNullable(row.getString("ref")).map(PostRef::new),
                wanted(row));
    }

    private Wanted wanted(ResultSet row) throws SQLException {
        var key = row.getString("key");
        if (row.getString("kind").equals("MARK")) {
            return new Wanted.Marked(new EventId(key), Mark.valueOf(row.getString("mark")));
        }
        var content = row.getString("content");
        return content == null
                ? new Wanted.Gone(new PostKey(key))
                : new Wanted.Shown(new PostKey(key), json.read(content));
    }
}
