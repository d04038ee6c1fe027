package dev.kubechat.pipeline;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of bot-core, all of its features, in the schema {@code core}. */
public final class CoreSchema {

    private CoreSchema() {}

    /**
     * Brings the schema up to date.
     *
     * @param owner connects as the role that owns the schema
     * @param appRole the role that the application runs as, given just what it needs
     */
    public static void migrate(DataSource owner, String appRole) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("core")
                .locations("classpath:db/migration/core")
                .placeholders(Map.of("appRole", appRole))
                .load()
                .migrate();
    }
}
