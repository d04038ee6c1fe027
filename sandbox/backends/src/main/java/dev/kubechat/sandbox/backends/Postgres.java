package dev.kubechat.sandbox.backends;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;

/** A running PostgreSQL, wherever it came from: makes databases and the roles {@code kubechat_owner} and {@code kubechat_app}. */
public final class Postgres {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String OWNER = "kubechat_owner";
    private static final String APP = "kubechat_app";

    private final String address;
    private final Login superuser;

    /** The two roles get the password of the superuser. */
    Postgres(String host, int port, Login superuser) {
        this.address = "jdbc:postgresql://%s:%d/".formatted(host, port);
        this.superuser = superuser;
    }

    /** An empty database that nobody else uses. */
    public Database newDatabase() {
        return database("fresh_" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** The database of this name; it and the two roles are made where they are missing, and else left as they are. */
    public synchronized Database database(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain database name: " + name);
        }
        var database = at(name);
        try (var connection = at("postgres").asOwner().getConnection()) {
            role(connection, OWNER);
            role(connection, APP);
            create(connection, name);
        } catch (SQLException e) {
            throw new BackendFailure(
                    "The database %s could not be made: %s".formatted(name, e.getMessage()), e);
        }
        return new Database(database.url(), login(OWNER), login(APP));
    }

    private Database at(String name) {
        return new Database(address + name, superuser, superuser);
    }

    private Login login(String user) {
        return new Login(user, superuser.password());
    }

    private void role(Connection connection, String name) throws SQLException {
        if (missing(connection, "select 1 from pg_roles where rolname = ?", name)) {
            execute(
                    connection,
                    "create role %s login password '%s'".formatted(name, superuser.password()));
        }
    }

    private static void create(Connection connection, String name) throws SQLException {
        if (missing(connection, "select 1 from pg_database where datname = ?", name)) {
            execute(connection, "create database %s owner %s".formatted(name, OWNER));
            execute(connection, "revoke all on database %s from public".formatted(name));
            execute(connection, "grant connect on database %s to %s".formatted(name, APP));
        }
    }

    private static boolean missing(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return !statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
