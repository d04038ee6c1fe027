package dev.kubechat.pipeline;

import dev.kubechat.chat.ChatThread;
import dev.kubechat.chat.EventId;
import dev.kubechat.chat.Person;
import dev.kubechat.chat.PlatformId;
import dev.kubechat.cluster.ClusterId;
import dev.kubechat.cluster.RequestId;
import dev.kubechat.execute.change.Preview;
import dev.kubechat.identity.Identification;
import dev.kubechat.identity.KubernetesIdentity;
import dev.kubechat.identity.PersonId;
import dev.kubechat.kubectl.KubectlCommand;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.risk.Level;
import dev.kubechat.risk.Verdict;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The asks as rows: those that ended at once, and those that wait for a decision. */
final class Queries {

    private static final TypeReference<List<String>> SENTENCES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Queries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Stores an ask that waits for a decision; joins the caller's transaction. */
    void waiting(Query query, UUID approval) {
        var row =
                insert(query.id(), query.thread(), query.event(), query.account(), query.asker())
                        .param("words", query.words())
                        .param("cluster", query.cluster().value())
                        .param("namespace", query.namespace().value())
                        .param("asked", query.askedAt().atOffset(ZoneOffset.UTC));
        judged(row, query.command(), query.planner(), query.verdict())
                .param("preview", json.writeValueAsString(query.preview()))
                .param("approval", approval)
                .update();
    }

    /** Stores an ask that ended at once, as far as it was understood; joins the caller's transaction. */
    void ended(Stage.Asked asked, Optional<Stage.Planned> planned, Optional<Verdict> verdict) {
        var message = asked.message();
        var row =
                insert(
                                asked.claim().request(),
                                message.thread(),
                                message.id(),
                                message.from(),
                                asked.asker())
                        .param("words", message.text())
                        .param("cluster", asked.cluster().id().value())
                        .param("namespace", asked.namespace().value())
                        .param("asked", message.at().atOffset(ZoneOffset.UTC));
        judged(
                        row,
                        planned.map(plan -> plan.command().canonical()).orElse(null),
                        planned.map(Stage.Planned::planner).orElse(null),
                        verdict.orElse(null))
                .param("preview", null)
                .param("approval", null)
                .update();
    }

    private JdbcClient.StatementSpec insert(
            RequestId id,
            ChatThread thread,
            EventId event,
            Person account,
            Identification.Known asker) {
        return jdbc.sql(
                        """
                        insert into core.query (id, platform, channel, root, event_id, account, account_name, person_id,
                            person_name, kubernetes_user, kubernetes_groups, words, cluster, namespace, command,
                            command_version, planner, level, reasons, preview, approval_id, asked_at)
                        values (:id, :platform, :channel, :root, :event, :account, :accountName, :person, :personName, :user,
                            :groups, :words, :cluster, :namespace, :command, :version, :planner, :level,
                            cast(:reasons as jsonb), cast(:preview as jsonb), :approval, :asked)
                        """)
                .param("id", id.value())
                .param("platform", thread.platform().value())
                .param("channel", thread.channel())
                .param("root", thread.root())
                .param("event", event.value())
                .param("account", account.account())
                .param("accountName", account.name())
                .param("person", asker.person().value())
                .param("personName", asker.name())
                .param("user", asker.kubernetes().user())
                .param("groups", asker.kubernetes().groups().toArray(String[]::new));
    }

    private JdbcClient.StatementSpec judged(
            JdbcClient.StatementSpec row,
            @org.jspecify.annotations.Nullable String command,
            @org.jspecify.annotations.Nullable String planner,
            @org.jspecify.annotations.Nullable Verdict verdict) {
        return row.param("command", command)
                .param("version", command == null ? null : KubectlCommand.CANONICAL_VERSION)
                .param("planner", planner)
                .param("level", verdict == null ? null : verdict.level().name())
                .param(
                        "reasons",
                        json.writeValueAsString(verdict == null ? List.of() : verdict.reasons()));
    }

    /** The ask that the approval was opened for. */
    Optional<Query> ofApproval(UUID approval) {
        return jdbc.sql("select * from core.query where approval_id = ?")
                .param(approval)
                .query(this::query)
                .optional();
    }

    private Query query(ResultSet row, int number) throws SQLException {
        var platform = new PlatformId(row.getString("platform"));
        return new Query(
                new RequestId(row.getObject("id", UUID.class)),
                new ChatThread(platform, row.getString("channel"), row.getString("root")),
                new EventId(row.getString("event_id")),
                new Person(platform, row.getString("account"), row.getString("account_name")),
                asker(row),
                row.getString("words"),
                new ClusterId(row.getString("cluster")),
                new Namespace(row.getString("namespace")),
                row.getString("command"),
                row.getInt("command_version"),
                row.getString("planner"),
                new Verdict(
                        Level.valueOf(row.getString("level")),
                        json.readValue(row.getString("reasons"), SENTENCES)),
                json.readValue(row.getString("preview"), Preview.Planned.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }

    private static Identification.Known asker(ResultSet row) throws SQLException {
        return new Identification.Known(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("person_name"),
                new KubernetesIdentity(
                        row.getString("kubernetes_user"),
                        texts(row.getArray("kubernetes_groups"))));
    }

    private static SortedSet<String> texts(Array array) throws SQLException {
        return new TreeSet<>(Arrays.asList((String[]) array.getArray()));
    }
}
