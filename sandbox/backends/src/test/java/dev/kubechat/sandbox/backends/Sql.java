package dev.kubechat.sandbox.backends;

import java.sql.SQLException;
import javax.sql.DataSource;

final class Sql {
    private Sql() {}

    static void run(DataSource source, String... commands) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        }
    }

    static String value(DataSource source, String query) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
