package dev.kubechat.approval;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of approvals, in the schema {@code approval}. */
public final class ApprovalSchema {
    private ApprovalSchema() {}

    /**
     * Brings the schema up to date; any number of replicas may do so at the same time.
     * @param owner signs in as the role that is to own the tables
     * @param appRole the role {@link Approvals} signs in as; may not delete anything nor change what was asked or voted
     */
    public static void migrate(DataSource owner, String appRole) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("approval")
                .locations("classpath:db/migration/approval")
                .placeholders(Map.of("appRole", appRole))
                .load()
                .migrate();
    }
}
