package dev.kubechat.web;

import dev.kubechat.chat.Audience;
import dev.kubechat.chat.ChatPlatform;
import dev.kubechat.chat.ChatRefused;
import dev.kubechat.chat.ChatThread;
import dev.kubechat.chat.ChatUnavailable;
import dev.kubechat.chat.Content;
import dev.kubechat.chat.ContentJson;
import dev.kubechat.chat.EventId;
import dev.kubechat.chat.Manners;
import dev.kubechat.chat.Mark;
import dev.kubechat.chat.PlatformId;
import dev.kubechat.chat.PostGone;
import dev.kubechat.chat.PostKey;
import dev.kubechat.chat.PostRef;
import dev.kubechat.work.WakeUps;
import dev.kubechat.work.WakeUps.Bell;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The bot's side of the web chat: what it posts are rows, and a bell tells the windows that see them. */
public final class WebPlatform implements ChatPlatform {

    public static final PlatformId ID = new PlatformId("web");

    private static final Manners MANNERS = new Manners(12_000, 140, Duration.ZERO, true);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final WakeUps wakeUps;
    private final WebChannels channels;
    private final ContentJson json = new ContentJson();

    public WebPlatform(JdbcClient jdbc, TransactionTemplate transaction, WakeUps wakeUps) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.wakeUps = wakeUps;
        this.channels = new WebChannels(jdbc);
    }

    @Override
    public PlatformId id() {
        return ID;
    }

    @Override
    public Manners manners() {
        return MANNERS;
    }

    @Override
    public PostRef post(PostKey key, ChatThread thread, Audience audience, Content content) {
        return inTransaction(() -> {
            var change =
                    channels.nextChange(thread.channel())
                            .orElseThrow(() ->
                                    new ChatRefused("there is no channel " + thread.channel()));
            return shown(key).orElseGet(() -> insert(key, thread, audience, content, change));
        });
    }

    @Override
    public void edit(PostRef shown, Content content) {
        var set = "content = :content::jsonb, edited_at = now()";
        if (inTransaction(() -> change(shown, set, json.write(content))).isEmpty()) {
            throw new PostGone(shown);
        }
    }

    @Override
    public void delete(PostRef shown) {
        inTransaction(() -> change(shown, "deleted_at = now()", null));
    }

    @Override
    public void mark(ChatThread thread, EventId message, Mark mark) {
        inTransaction(() -> change(new PostRef(message.value()), "mark = :content", mark.name()));
    }

    @Override
    public boolean shows(PostRef shown) {
        return inTransaction(() -> channelOf(shown)).isPresent();
    }

    private Optional<PostRef> shown(PostKey key) {
        return jdbc.sql("select id from web.message where post_key = :key and deleted_at is null")
                .param("key", key.value())
                .query(UUID.class)
                .optional()
                .map(id -> new PostRef(id.toString()));
    }

    private PostRef insert(
            PostKey key, ChatThread thread, Audience audience, Content content, long change) {
        var id = Ids.next();
        var rows =
                jdbc.sql(
                                """
                                insert into web.message (id, channel, thread, post_key, only_for, content, change)
                                select :id, :channel, root.id, :key, :onlyFor, :content::jsonb, :change
                                from web.message root where root.channel = :channel and root.id = :root and root.thread = root.id
                                """)
                        .param("id", id)
                        .param("channel", thread.channel())
                        .param("root", Ids.read(thread.root()).orElse(null), java.sql.Types.OTHER)
                        .param("key", key.value())
                        .param("onlyFor", onlyFor(audience))
                        .param("content", json.write(content))
                        .param("change", change)
                        .update();
        if (rows == 0) {
            throw new ChatRefused(
                    "there is no thread %s in channel %s"
                            .formatted(thread.root(), thread.channel()));
        }
        wakeUps.ring(Bell.CHAT);
        return new PostRef(id.toString());
    }

    private static @Nullable String onlyFor(Audience audience) {
        return switch (audience) {
            case Audience.Everyone _ -> null;
            case Audience.Only(var person) -> person.account();
        };
    }

    /** Empty if it is not shown any more. */
    private Optional<PostRef> change(PostRef shown, String set, @Nullable String content) {
        wakeUps.ring(Bell.CHAT);
        return channelOf(shown)
                .flatMap(channels::nextChange)
                .flatMap(change ->
                        jdbc.sql(
                                        "update web.message set change = :change, %s where id = :id and deleted_at is null returning id"
                                                .formatted(set))
                                .param("change", change)
                                .param("content", content)
                                .param("id", UUID.fromString(shown.value()))
                                .query((_, _) -> shown)
                                .optional());
    }

    private Optional<String> channelOf(PostRef shown) {
        return Ids.read(shown.value())
                .flatMap(id ->
                        jdbc.sql(
                                        "select channel from web.message where id = :id and"
                                                + " deleted_at is null")
                                .param("id", id)
                                .query(String.class)
                                .optional());
    }

    private <T> T inTransaction(Supplier<T> work) {
        try {
            return transaction.execute(_ -> work.get());
        } catch (DataAccessException | TransactionException away) {
            throw new ChatUnavailable("the tables of the web chat did not answer", away);
        }
    }
}
