package dev.kubechat.app.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** Is PostgreSQL there, and as KubeChat needs it? */
final class DatabaseCheck {

    private static final String THING = "database";
    private static final int PATIENCE_SECONDS = 5;
    private static final int TESTED = 18;
    private static final Duration SKEW = Duration.ofSeconds(5);
    private static final List<String> SCHEMAS =
            List.of("core", "approval", "audit", "web", "signin");

    private final Settings settings;
    private final List<Finding> findings = new ArrayList<>();

    private DatabaseCheck(Settings settings) {
        this.settings = settings;
    }

    static List<Finding> of(Settings settings) {
        var check = new DatabaseCheck(settings);
        var url = settings.value("kubechat.database.url");
        if (url.isEmpty()) {
            return List.of(
                    Finding.missing(
                            THING,
                            "kubechat.database.url is not set",
                            "set it to a PostgreSQL, such as jdbc:postgresql://db:5432/kubechat"));
        }
        if (!url.get().startsWith("jdbc:postgresql:")) {
            return List.of(
                    Finding.wrong(
                            THING,
                            "kubechat.database.url is no address of a PostgreSQL",
                            "write it as jdbc:postgresql://HOST:5432/DATABASE"));
        }
        check.application(url.get());
        check.owner(url.get());
        return check.findings;
    }

    private void application(String url) {
        var user = settings.value("kubechat.database.username");
        if (user.isEmpty()) {
            findings.add(
                    Finding.missing(
                            THING,
                            "kubechat.database.username is not set",
                            "set it to the role that KubeChat runs as, and its .password"));
            return;
        }
        try (var connection =
                connect(url, user.get(), settings.value("kubechat.database.password").orElse(""))) {
            version(connection);
            tables(connection);
            time(connection);
        } catch (SQLException | IllegalArgumentException refused) {
            findings.add(away(THING, user.get(), refused));
        }
    }

    private void owner(String url) {
        var owner = settings.value("kubechat.database.owner-username");
        if (owner.isEmpty()) {
            findings.add(
                    Finding.optional(
                            "database owner",
                            "kubechat.database.owner-username is not set, so the application owns"
                                    + " its tables and could change the audit trail",
                            "make a role of its own that owns them, and set it with its"
                                    + " .owner-password"));
            return;
        }
        try (var connection =
                connect(
                        url,
                        owner.get(),
                        settings.value("kubechat.database.owner-password").orElse(""))) {
            boolean creates =
                    is(connection, "select has_database_privilege(current_database(), 'create')");
            findings.add(
                    creates
                            ? Finding.ok("database owner", owner.get() + " can make the tables")
                            : Finding.wrong(
                                    "database owner",
                                    owner.get() + " may not make schemas",
                                    "grant create on database … to " + owner.get()));
        } catch (SQLException | IllegalArgumentException refused) {
            findings.add(away("database owner", owner.get(), refused));
        }
    }

    private static Connection connect(String url, String user, String password)
            throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setConnectTimeout(PATIENCE_SECONDS);
        source.setLoginTimeout(PATIENCE_SECONDS);
        source.setSocketTimeout(PATIENCE_SECONDS);
        return source.getConnection(user, password);
    }

    private static Finding away(String thing, String user, Exception refused) {
        String state = refused instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        return switch (state) {
            case "28P01", "28000" ->
                    Finding.wrong(
                            thing,
                            "PostgreSQL does not let %s in".formatted(user),
                            "check user and password, and pg_hba.conf");
            case "3D000" ->
                    Finding.wrong(
                            thing,
                            "PostgreSQL is there, and the database is not",
                            "create it: create database …");
            default ->
                    Finding.wrong(
                            thing,
                            "PostgreSQL does not answer",
                            "check host and port of kubechat.database.url, and that it can be"
                                    + " reached from here");
        };
    }

    private void version(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        String said = "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
        findings.add(
                major >= TESTED
                        ? Finding.ok(THING, said)
                        : Finding.optional(
                                THING, said, "KubeChat is tested on %d".formatted(TESTED)));
    }

    private void tables(Connection connection) throws SQLException {
        var there = new ArrayList<String>();
        for (String schema : SCHEMAS) {
            if (is(
                    connection,
                    "select to_regclass('%s.flyway_schema_history') is not null"
                            .formatted(schema))) {
                there.add(schema);
            }
        }
        if (there.isEmpty()) {
            findings.add(
                    Finding.ok("database tables", "none yet: the first start of serve makes them"));
        } else if (there.size() < SCHEMAS.size()) {
            findings.add(
                    Finding.ok(
                            "database tables",
                            "of %s: the next start of serve makes the others"
                                    .formatted(String.join(", ", there))));
        } else {
            findings.add(Finding.ok("database tables", String.join(", ", there)));
        }
        if (there.contains("audit")) {
            guard(connection);
        }
    }

    private void guard(Connection connection) throws SQLException {
        boolean open =
                is(
                        connection,
                        "select has_table_privilege(current_user, 'audit.outbox', 'update') or"
                                + " has_table_privilege(current_user, 'audit.outbox', 'delete')");
        findings.add(
                open
                        ? Finding.optional(
                                "audit trail",
                                "the application's role may change what is in it",
                                "let another role own the tables: kubechat.database.owner-username")
                        : Finding.ok("audit trail", "the application's role can only add to it"));
    }

    private void time(Connection connection) throws SQLException {
        Instant before = Instant.now();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            Instant theirs = row.getObject(1, OffsetDateTime.class).toInstant();
            Duration apart = Duration.between(before, theirs).abs();
            findings.add(
                    apart.compareTo(SKEW) <= 0
                            ? Finding.ok("time", "as the database has it")
                            : Finding.wrong(
                                    "time",
                                    "this machine and the database are %d s apart"
                                            .formatted(apart.toSeconds()),
                                    "let both keep time, by NTP for example"));
        }
    }

    private static boolean is(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
