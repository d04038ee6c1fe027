package dev.kubechat.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The channels there are, in the order they were opened. */
public final class WebChannels {

    private static final RowMapper<WebChannel> CHANNEL =
            (row, _) ->
                    new WebChannel(
                            row.getString("id"), row.getString("name"), row.getString("about"));

    private final JdbcClient jdbc;

    public WebChannels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens the channel, or gives one that is open this name. */
    public void open(WebChannel channel) {
        jdbc.sql(
                        """
                        insert into web.channel (id, name, about) values (:id, :name, :about)
                        on conflict (id) do update set name = excluded.name, about = excluded.about
                        """)
                .param("id", channel.id())
                .param("name", channel.name())
                .param("about", channel.about())
                .update();
    }

    public List<WebChannel> all() {
        return jdbc.sql("select * from web.channel order by position").query(CHANNEL).list();
    }

    Optional<WebChannel> find(String id) {
        return jdbc.sql("select * from web.channel where id = :id")
                .param("id", id)
                .query(CHANNEL)
                .optional();
    }

    /** The number of the last change in each channel. */
    Map<String, Long> changes() {
        return jdbc
                .sql("select id, change from web.channel")
                .query((row, _) -> Map.entry(row.getString("id"), row.getLong("change")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Takes the next number and keeps the channel locked until the transaction ends, so that numbers become visible in their
     * order. Empty if there is no such channel.
     */
    Optional<Long> nextChange(String channel) {
        return jdbc.sql(
                        "update web.channel set change = change + 1 where id = :id returning"
                                + " change")
                .param("id", channel)
                .query(Long.class)
                .optional();
    }
}
