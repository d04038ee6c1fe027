package dev.kubechat.approval;

import com.zaxxer.hikari.HikariDataSource;
import dev.kubechat.sandbox.backends.Backends;
import dev.kubechat.sandbox.backends.Database;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated database and the module's beans on it, wired as an application does. */
final class ApprovalWorld implements AutoCloseable {
    final Approvals approvals;
    final JdbcClient asOwner;
    final JdbcClient asApp;
    private final TransactionTemplate transaction;
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    /** The world asks for so many other people of the groups ops and leads. */
    ApprovalWorld(int approvers) {
        var database = migrated();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "test",
                                Map.of(
                                        "kubechat.approval.groups",
                                        "ops,leads",
                                        "kubechat.approval.approvers",
                                        approvers)));
        context.registerBean(DataSource.class, () -> pool(database));
        context.registerBean(
                PlatformTransactionManager.class,
                () -> new JdbcTransactionManager(context.getBean(DataSource.class)));
        context.register(ApprovalConfiguration.class);
        context.refresh();
        approvals = context.getBean(Approvals.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        asOwner = JdbcClient.create(database.asOwner());
        asApp = JdbcClient.create(context.getBean(DataSource.class));
    }

    private static Database migrated() {
        var database = Backends.postgres().newDatabase();
        ApprovalSchema.migrate(database.asOwner(), database.app().user());
        return database;
    }

    private static HikariDataSource pool(Database database) {
        var pool = new HikariDataSource();
        pool.setDataSource(database.asApp());
        pool.setMinimumIdle(1);
        return pool;
    }

    /** As at the start. */
    void empty() {
        asOwner.sql("truncate approval.request, approval.vote").update();
    }

    <T> T committed(Supplier<T> work) {
        return transaction.execute(_ -> work.get());
    }

    ApprovalId opened(NewRequest wanted) {
        return committed(() -> approvals.open(wanted)).request().id();
    }

    Counted voted(ApprovalId id, Vote vote) {
        return committed(() -> approvals.vote(id, vote));
    }

    boolean consumed(ApprovalId id, Digest digest) {
        return committed(() -> approvals.consume(id, digest));
    }

    Approval now(ApprovalId id) {
        return approvals.find(id).orElseThrow();
    }

    /** The time of the request is over, as if it had been opened long ago. */
    void overdue(ApprovalId id) {
        asOwner.sql(
                        "update approval.request set opened_at = opened_at - interval '1 day',"
                                + " expires_at = clock_timestamp() where id = ?")
                .param(id.value())
                .update();
    }

    @Override
    public void close() {
        context.close();
    }
}
