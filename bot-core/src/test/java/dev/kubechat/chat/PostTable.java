package dev.kubechat.chat;

import dev.kubechat.sandbox.backends.Backends;
import dev.kubechat.work.LocalWakeUps;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** core.post in a database of its own, with the hands that write and work it; time passes when a test says so. */
final class PostTable {

    static final Duration LEASE = Duration.ofSeconds(30);

    final LocalWakeUps bells = new LocalWakeUps();
    final PostRows rows;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PostTable() {
        var database = Backends.postgres().newDatabase();
        Flyway.configure()
                .dataSource(database.asOwner())
                .schemas("core")
                .locations("classpath:db/migration/core")
                .placeholders(Map.of("appRole", database.app().user()))
                .load()
                .migrate();
        JdbcClient.create(database.asOwner())
                .sql("grant usage on schema core to " + database.app().user())
                .update();
        DataSource app = database.asApp();
        jdbc = JdbcClient.create(app);
        rows = new PostRows(jdbc, bells);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(app));
    }

    void write(Consumer<Posts> wishes) {
        transaction.executeWithoutResult(_ -> wishes.accept(rows));
    }

    PostWorker worker(ChatPlatform platform) {
        return new PostWorker(platform, jdbc, "worker", LEASE, new Random(1));
    }

    PostClaims claims(PlatformId platform) {
        return new PostClaims(jdbc, platform, "claims", LEASE);
    }

    PostSweep sweep(ChatPlatform platform) {
        return new PostSweep(platform, jdbc);
    }

    /** What waited or was leased for at most this long, waits and is leased no more. */
    void pass(Duration time) {
        jdbc.sql(
                        """
                        update core.post set due_at = due_at - :time * interval '1 ms',
                            leased_until = leased_until - :time * interval '1 ms'
                        """)
                .param("time", time.toMillis())
                .update();
        jdbc.sql("update core.post_pace set next_at = next_at - :time * interval '1 ms'")
                .param("time", time.toMillis())
                .update();
    }

    /** Milliseconds until the post is due. */
    long wait(String key) {
        return jdbc.sql(
                        "select (extract(epoch from due_at - now()) * 1000)::bigint from core.post"
                                + " where key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    String givenUp(String key) {
        return jdbc.sql("select given_up from core.post where key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }

    long waiting() {
        return rows.backlog(MemoryPlatform.ID).waiting();
    }
}
