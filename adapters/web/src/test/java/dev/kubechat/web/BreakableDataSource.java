package dev.kubechat.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that a test can take away. */
final class BreakableDataSource extends DelegatingDataSource {

    private volatile boolean away;

    BreakableDataSource(DataSource target) {
        super(target);
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (away) {
            throw new SQLTransientConnectionException("the test took the database away");
        }
        return super.getConnection();
    }
}
