package dev.kubechat.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was begun and is not finished, for people who look after KubeChat.
 *
 * @param asks came in and have no answer yet; those that wait for a decision have one, their card
 * @param changes were approved and have not ended
 * @param posts are to be shown or changed in a thread
 * @param lostPosts will not be shown: their platform refused them for good
 */
public record Backlog(long asks, long changes, long posts, long lostPosts) {

    /** As it is at this moment. */
    public static Backlog read(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select (select count(*) from core.inbox where finished_at is null) as asks,
                               (select count(*) from core.execution where finished_at is null) as changes,
                               (select count(*) from core.post where shown < wanted and given_up is null) as posts,
                               (select count(*) from core.post where given_up is not null) as lost_posts
                        """)
                .query(Backlog.class)
                .single();
    }
}
