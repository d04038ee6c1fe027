package dev.kubechat.app.audit;

import dev.kubechat.app.doctor.Settings;
import dev.kubechat.app.verb.JsonText;
import dev.kubechat.app.verb.SmallVerb;
import dev.kubechat.app.verb.Streams;
import dev.kubechat.app.verb.WrongUse;
import dev.kubechat.pipeline.reconcile.Finding;
import dev.kubechat.pipeline.reconcile.Reconcile;
import dev.kubechat.pipeline.reconcile.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * {@code audit reconcile}: what stands in the API server's audit log or in KubeChat's rows only. Ends with 0 when nothing does, 1
 * when something does, and 2 when it could not be told.
 */
public final class AuditVerb implements SmallVerb {

    private static final int ONE_SIDED = 1;
    private static final int NOT_COMPARED = 2;
    private static final int LONGEST = 2000;
    private static final int PATIENCE_SECONDS = 5;

    private final Map<String, String> environment;
    private final Path folder;

    /** In the process's own environment and folder. */
    public AuditVerb() {
        this(System.getenv(), Path.of(""));
    }

    AuditVerb(Map<String, String> environment, Path folder) {
        this.environment = Map.copyOf(environment);
        this.folder = folder;
    }

    @Override
    public int run(List<String> words, Streams streams) throws IOException {
        if (words.isEmpty() || !words.getFirst().equals("reconcile")) {
            throw new WrongUse("audit knows one word: audit reconcile --kubernetes-audit FILE.");
        }
        var right = ReconcileWords.of(words.subList(1, words.size()));
        var settings = Settings.asServeSees(right.settings(), environment, folder);
        Report report;
        try (var connection = connect(settings)) {
            report =
                    new Reconcile(connection, right.accounts(), right.skew())
                            .compare(right.logs(), cluster(right, connection));
        } catch (SQLException away) {
            return notCompared(
                    streams,
                    "PostgreSQL does not answer as it should (%s). Check kubechat.database.url, .username and .password; kubechat doctor looks at each."
                            .formatted(away.getSQLState()));
        } catch (IOException unread) {
            return notCompared(
                    streams,
                    "The audit log cannot be read: %s. Check that the file is there, whole, and that it may be read."
                            .formatted(plain(String.valueOf(unread.getMessage()))));
        }
        var said = right.json() ? json(report) : text(report);
        streams.out().write(said.getBytes(StandardCharsets.UTF_8));
        streams.out().flush();
        return report.isWhole() ? 0 : ONE_SIDED;
    }

    private static int notCompared(Streams streams, String sentence) {
        streams.err().println("Nothing was compared. " + sentence);
        return NOT_COMPARED;
    }

    private static Connection connect(Settings settings) throws SQLException {
        var url = settings.value("kubechat.database.url").orElse("");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new WrongUse(
                    "audit reconcile reads KubeChat's database: set kubechat.database.url to it, as"
                            + " for serve.");
        }
        var source = new PGSimpleDataSource();
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException strange) {
            throw new WrongUse("kubechat.database.url is no address of a PostgreSQL.");
        }
        source.setConnectTimeout(PATIENCE_SECONDS);
        source.setLoginTimeout(PATIENCE_SECONDS);
        var connection =
                source.getConnection(
                        settings.value("kubechat.database.username").orElse(""),
                        settings.value("kubechat.database.password").orElse(""));
        connection.setReadOnly(true);
        return connection;
    }

    private static String cluster(ReconcileWords words, Connection connection) throws SQLException {
        var known = Reconcile.clusters(connection);
        if (words.cluster() != null) {
            return words.cluster();
        }
        if (known.size() > 1) {
            throw new WrongUse(
                    "The log is of one cluster, and people asked of %s. Say which: --cluster=%s."
                            .formatted(String.join(", ", known), known.getFirst()));
        }
        return known.isEmpty() ? "" : known.getFirst();
    }

    private static String text(Report report) {
        var text = new StringBuilder();
        for (var finding : report.findings()) {
            text.append(plain(finding.sentence())).append('\n');
        }
        return text.append(report.summary()).append('\n').toString();
    }

    private static String json(Report report) {
        var text = new StringBuilder();
        report.findings().forEach(finding -> text.append(json(finding)).append('\n'));
        return text.append(
                        new JsonText()
                                .with("finding", "summary")
                                .with("whole", report.isWhole() ? "yes" : "no")
                                .with("events", report.events())
                                .with("joined", report.joined())
                                .with("oneSided", report.oneSided())
                                .with("outside", report.outside())
                                .with("sentence", report.summary()))
                .append('\n')
                .toString();
    }

    private static JsonText json(Finding finding) {
        return new JsonText()
                .with("finding", finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .with("request", finding.request())
                .with("auditId", finding.auditId())
                .with("sentence", finding.sentence());
    }

    // names in a log are anybody's words, and this goes to a terminal
    private static String plain(String text) {
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return cut.codePoints()
                .map(c ->
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                                ? '?'
                                : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
