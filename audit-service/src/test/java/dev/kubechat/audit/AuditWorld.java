package dev.kubechat.audit;

import com.zaxxer.hikari.HikariDataSource;
import dev.kubechat.sandbox.backends.Backends;
import dev.kubechat.sandbox.backends.Database;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated database and the module's beans on it, wired as an application does. */
final class AuditWorld implements AutoCloseable {
    final AuditTrail trail;
    final AuditLog log;
    final TransactionTemplate transaction;
    final JdbcClient asApp;
    private final JdbcClient asOwner;
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    AuditWorld() {
        var database = migrated();
        context.registerBean(DataSource.class, () -> pool(database));
        context.registerBean(
                PlatformTransactionManager.class,
                () -> new JdbcTransactionManager(context.getBean(DataSource.class)));
        context.register(AuditConfiguration.class);
        context.refresh();
        trail = context.getBean(AuditTrail.class);
        log = context.getBean(AuditLog.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        asOwner = JdbcClient.create(database.asOwner());
        asApp = JdbcClient.create(context.getBean(DataSource.class));
    }

    private static Database migrated() {
        var database = Backends.postgres().newDatabase();
        AuditSchema.migrate(database.asOwner(), database.app().user());
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
        asOwner.sql("truncate audit.outbox").update();
    }

    /** Records the event in a transaction of its own. */
    AuditEventId recorded(AuditEvent event) {
        return transaction.execute(_ -> trail.record(event));
    }

    @Override
    public void close() {
        context.close();
    }
}
