package dev.kubechat.sandbox.backends;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One database and its two roles: the owner runs migrations, the application may only do what migrations grant it.
 * @param url JDBC URL, without user and password
 */
public record Database(String url, Login owner, Login app) {
    /** Not pooled: every call for a connection opens one. */
    public DataSource asOwner() {
        return as(owner);
    }

    /** Not pooled: every call for a connection opens one. */
    public DataSource asApp() {
        return as(app);
    }

    private DataSource as(Login login) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }
}
