package dev.kubechat.app;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Where signed-in web sessions are kept, so that people stay signed in when a replica or Redis goes away (P12). */
final class SessionSchema {

    private SessionSchema() {}

    static void migrate(DataSource owner, String appRole) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("signin")
                .locations("classpath:db/migration/signin")
                .placeholders(Map.of("appRole", appRole))
                .load()
                .migrate();
    }
}
