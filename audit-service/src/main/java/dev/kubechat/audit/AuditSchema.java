package dev.kubechat.audit;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the trail, in the schema {@code audit}. */
public final class AuditSchema {
    private AuditSchema() {}

    /**
     * Brings the schema up to date; any number of replicas may do so at the same time.
     * @param owner signs in as the role that is to own the tables
     * @param appRole the role {@link AuditTrail} and {@link AuditLog} sign in as; may add and read entries, no more
     */
    public static void migrate(DataSource owner, String appRole) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("audit")
                .locations("classpath:db/migration/audit")
                .placeholders(Map.of("appRole", appRole))
                .load()
                .migrate();
    }
}
