package dev.kubechat.chat;

import dev.kubechat.work.Turn;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks after posts with buttons: one that somebody took away on the platform is wanted anew. Taken at start and now and then; a
 * platform that does not answer ends the turn with {@link ChatUnavailable}.
 */
public final class PostSweep implements Turn {

    private static final int PAGE = 100;

    private final ChatPlatform platform;
    private final JdbcClient jdbc;

    public PostSweep(ChatPlatform platform, JdbcClient jdbc) {
        this.platform = platform;
        this.jdbc = jdbc;
    }

    /** Looks at all of them, so there is never more to do at once. */
    @Override
    public boolean take() {
        for (var page = after(0); !page.isEmpty(); page = after(page.getLast().id())) {
            page.stream().filter(post -> !platform.shows(post.ref())).forEach(this::showAnew);
        }
        return false;
    }

    private List<LivePost> after(long id) {
        return jdbc.sql(
                        """
                        select id, ref from core.post
                        where platform = :platform and live and ref is not null and id > :after order by id limit :page
                        """)
                .param("platform", platform.id().value())
                .param("after", id)
                .param("page", PAGE)
                .query((row, _) ->
                        new LivePost(row.getLong("id"), new PostRef(row.getString("ref"))))
                .list();
    }

    /** Unless that has happened meanwhile. */
    private void showAnew(LivePost post) {
        jdbc.sql(
                        "update core.post set ref = null, wanted = wanted + 1, due_at = now() where"
                                + " id = :id and ref = :ref")
                .param("id", post.id())
                .param("ref", post.ref().value())
                .update();
    }

    private record LivePost(long id, PostRef ref) {}
}
