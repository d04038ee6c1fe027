package dev.kubechat.web;

import dev.kubechat.chat.Attachment;
import dev.kubechat.chat.Content;
import dev.kubechat.chat.ContentJson;
import dev.kubechat.chat.Mark;
import dev.kubechat.chat.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was said, each time for one viewer: what is for another account alone does not exist for them. */
final class Transcript {

    private static final String ROOTS =
            "select id from web.message where channel = :channel and id = thread";
    private static final String LAST_PAGE = " order by position desc limit 30";
    private static final String LATEST = ROOTS + LAST_PAGE;
    private static final String BEFORE =
            ROOTS
                    + " and position < (select position from web.message where id = :thread)"
                    + LAST_PAGE;
    private static final String ONE = ROOTS + " and id = :thread";
    private static final String VISIBLE =
            "deleted_at is null and (only_for is null or only_for = :viewer)";

    private final JdbcClient jdbc;
    private final ContentJson json = new ContentJson();

    Transcript(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last threads of a channel, oldest first. */
    List<Conversation> latest(String channel, String viewer) {
        return inThreads(inThreads(LATEST, channel, viewer).query(this::entry).list());
    }

    /** The threads before this one, oldest first. */
    List<Conversation> before(String channel, UUID thread, String viewer) {
        return inThreads(
                inThreads(BEFORE, channel, viewer)
                        .param("thread", thread)
                        .query(this::entry)
                        .list());
    }

    Optional<Conversation> thread(String channel, UUID thread, String viewer) {
        var entries =
                inThreads(ONE, channel, viewer).param("thread", thread).query(this::entry).list();
        return inThreads(entries).stream().findFirst();
    }

    Optional<Entry> entry(String channel, UUID id, String viewer) {
        return jdbc.sql(
                        "select * from web.message where channel = :channel and id = :id and "
                                + VISIBLE)
                .param("channel", channel)
                .param("id", id)
                .param("viewer", viewer)
                .query(this::entry)
                .optional();
    }

    Optional<Attachment> file(String channel, UUID id, int number, String viewer) {
        return entry(channel, id, viewer)
                .map(Entry::content)
                .filter(Message.class::isInstance)
                .map(content -> ((Message) content).files())
                .filter(files -> number >= 0 && number < files.size())
                .map(files -> files.get(number));
    }

    /** Threads in which something changed for this viewer after the given number. */
    List<UUID> changedThreads(String channel, long after, String viewer) {
        return jdbc.sql(
                        """
                        select distinct thread from web.message
                        where channel = :channel and change > :after and (only_for is null or only_for = :viewer)
                        """)
                .param("channel", channel)
                .param("after", after)
                .param("viewer", viewer)
                .query((row, _) -> row.getObject("thread", UUID.class))
                .list();
    }

    /** What changed in a channel between two numbers, for whomever. */
    List<Changed> changed(String channel, long after, long upTo) {
        return jdbc.sql(
                        """
                        select distinct thread, only_for from web.message
                        where channel = :channel and change > :after and change <= :upTo
                        """)
                .param("channel", channel)
                .param("after", after)
                .param("upTo", upTo)
                .query((row, _) ->
                        new Changed(
                                row.getObject("thread", UUID.class),
                                Optional.ofNullable(row.getString("only_for"))))
                .list();
    }

    /** A thread in which something changed that all may see, or one account alone. */
    record Changed(UUID thread, Optional<String> onlyFor) {

        boolean isFor(String account) {
            return onlyFor.isEmpty() || onlyFor.get().equals(account);
        }
    }

    private JdbcClient.StatementSpec inThreads(String roots, String channel, String viewer) {
        return jdbc.sql(
                        "select * from web.message where thread in (%s) and %s order by position"
                                .formatted(roots, VISIBLE))
                .param("channel", channel)
                .param("viewer", viewer);
    }

    private static List<Conversation> inThreads(Collection<Entry> entries) {
        return entries.stream()
                .collect(
                        Collectors.groupingBy(
                                Entry::thread, java.util.LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(thread -> new Conversation(thread.getKey(), thread.getValue()))
                .toList();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        var author = Optional.ofNullable(row.getString("author"));
        var name = row.getString("author_name");
        Content content = json.read(row.getString("content"));
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("thread", UUID.class),
                author.map(account -> new Entry.Author(account, name)),
                content,
                Optional.ofNullable(row.getString("mark")).map(Mark::valueOf),
                row.getString("only_for") != null,
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
