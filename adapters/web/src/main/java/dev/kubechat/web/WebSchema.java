package dev.kubechat.web;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the web chat, in the schema {@code web}. */
public final class WebSchema {

    private WebSchema() {}

    /**
     * Brings the schema up to date; any number of replicas may do so at the same time.
     *
     * @param owner signs in as the role that is to own the tables
     * @param appRole the role the web chat signs in as
     */
    public static void migrate(DataSource owner, String appRole) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("web")
                .locations("classpath:db/migration/web")
                .placeholders(Map.of("appRole", appRole))
                .load()
                .migrate();
    }
}
