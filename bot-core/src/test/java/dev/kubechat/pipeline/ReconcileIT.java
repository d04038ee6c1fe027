package dev.kubechat.pipeline;

import static dev.kubechat.pipeline.PipelineWorld.ALICE;
import static dev.kubechat.pipeline.PipelineWorld.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kubechat.execute.change.FaultProxy.Fault;
import dev.kubechat.pipeline.reconcile.Finding;
import dev.kubechat.pipeline.reconcile.Reconcile;
import dev.kubechat.pipeline.reconcile.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real API server's own audit log, joined with the rows of the pipeline before it: every write stands on both sides. Then lines
 * and rows are taken away or forged.
 */
class ReconcileIT {

    /** The server makes its name up. */
    private static final String LIST =
            """
            ```yaml
            apiVersion: v1
            kind: ConfigMap
            metadata: {generateName: list-}
            data: {apple: "1"}
            ```\
            """;

    private static @Nullable RealTown town;
    private static List<String> log = List.of();
    private static int writes;

    @TempDir private Path folder;

    @BeforeAll
    static void change() throws IOException {
        var kubeconfig = System.getenv("KUBECHAT_TEST_KUBECONFIG");
        var audit = System.getenv("KUBECHAT_TEST_KUBERNETES_AUDIT");
        if (kubeconfig == null || audit == null) {
            System.out.println(
                    "ReconcileIT is skipped: KUBECHAT_TEST_KUBECONFIG names no cluster, or"
                            + " KUBECHAT_TEST_KUBERNETES_AUDIT no audit log of it.");
        }
        assumeTrue(kubeconfig != null && audit != null, "no cluster with an audit log is named");
        town = new RealTown(Objects.requireNonNull(kubeconfig));
        town.open("cart");
        var before = town.proxy().writesPassedOn();
        confirmed("kubectl scale deployment cart --replicas=3");
        confirmed("kubectl label deployment cart team=orders");
        confirmed("kubectl set image deployment cart shop=shop:2");
        confirmed("kubectl patch deployment cart -p '{\"spec\":{\"minReadySeconds\":1}}'");
        confirmed("kubectl rollout restart deployment cart");
        confirmed("kubectl create configmap prices --from-literal=apple=3");
        confirmed("kubectl create -f -\n" + LIST);
        confirmed("kubectl get pods");
        unknown("kubectl annotate deployment cart note=lost", Fault.DROP_BEFORE_THE_ANSWER);
        unknown("kubectl annotate deployment cart mark=never", Fault.DROP_BEFORE_THE_SERVER_SAW_IT);
        confirmed("kubectl delete deployment cart");
        writes = town.proxy().writesPassedOn() - before;
        // the server writes its log before it answers
        log =
                Files.readAllLines(Path.of(Objects.requireNonNull(audit))).stream()
                        .filter(line -> line.contains(town().namespace()))
                        .toList();
    }

    @AfterAll
    static void cleanUp() {
        if (town != null) {
            town.close();
        }
    }

    private static RealTown town() {
        return Objects.requireNonNull(town);
    }

    private static void confirmed(String line) {
        var thread = town().world.ask(ALICE, line);
        for (var card : town().world.posts(thread)) {
            if (card.buttons().contains("Approve")) {
                town().world.press(BOB, thread, "Approve");
            } else if (card.buttons().contains("Yes, run it")) {
                town().world.press(ALICE, thread, "Yes, run it");
            }
        }
    }

    private static void unknown(String line, Fault fault) {
        var thread = town().world.ask(ALICE, line);
        town().proxy().setFault(fault);
        town().world.press(ALICE, thread, "Yes, run it");
        town().proxy().setFault(Fault.NONE);
        assertThat(town().world.posts(thread).getLast().text()).contains("UNKNOWN");
    }

    private Report compare(List<String> lines) throws Exception {
        var file = Files.write(folder.resolve(UUID.randomUUID() + ".log"), lines);
        var database = town().world.database;
        try (var connection =
                DriverManager.getConnection(
                        database.url(), database.app().user(), database.app().password())) {
            return new Reconcile(connection, Set.of(town().account()), Duration.ZERO)
                    .compare(List.of(file), "staging");
        }
    }

    private static List<Finding.Kind> oneSided(Report report) {
        return report.findings().stream()
                .map(Finding::kind)
                .filter(Finding.Kind::isOneSided)
                .toList();
    }

    /** A write of the log, as its line. */
    private static String write(String verb, String object) {
        return log.stream()
                .filter(line ->
                        line.contains("\"verb\":\"%s\"".formatted(verb))
                                && line.contains("\"resource\":\"%s\"".formatted(object))
                                && line.contains("kubechat.dev/request")
                                && !line.contains("dryRun=All"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyWriteStandsOnBothSides() throws Exception {
        var report = compare(log);

        assertThat(report.findings())
                .filteredOn(one -> one.kind() != Finding.Kind.SETTLED)
                .isEmpty();
        assertThat(report.joined()).isEqualTo(writes).isEqualTo(9);
        assertThat(report.isWhole()).isTrue();
        assertThat(report.summary()).contains("9 writes stand on both sides, nothing on one side");
    }

    @Test
    void whatIsUnknownIsSettledByTheLog() throws Exception {
        assertThat(compare(log).findings().stream().map(Finding::sentence))
                .hasSize(2)
                .anySatisfy(said -> assertThat(said).endsWith("the server did it."))
                .anySatisfy(said -> assertThat(said).endsWith("the server logged no call for it."));
    }

    @Test
    void aWriteThatIsMissingInTheLogIsTold() throws Exception {
        var gone = write("create", "configmaps");
        var report = compare(log.stream().filter(line -> !line.equals(gone)).toList());

        assertThat(oneSided(report)).containsExactly(Finding.Kind.STEP_WITHOUT_WRITE);
        assertThat(report.findings())
                .filteredOn(one -> one.kind().isOneSided())
                .singleElement()
                .satisfies(one ->
                        assertThat(one.sentence())
                                .startsWith(
                                        "The server's log has no call for step 1, create"
                                                + " configmaps/prices in")
                                .contains("as alice", "DONE"));
        assertThat(report.isWhole()).isFalse();
    }

    @Test
    void forgedLinesAreTold() throws Exception {
        var scaled = write("patch", "deployments");
        assertThat(oneSided(compare(with(scaled)))).isEmpty();
        assertThat(oneSided(compare(with(scaled.replaceFirst("\"auditID\":\"", "$0again-")))))
                .containsExactly(Finding.Kind.WRITE_SENT_TWICE);
        assertThat(oneSided(compare(with(scaled.replace("\"name\":\"cart\"", "\"name\":\"web\"")))))
                .containsExactly(Finding.Kind.WRITE_WITHOUT_STEP);
        assertThat(oneSided(compare(with(requestOf(scaled, UUID.randomUUID().toString())))))
                .containsExactly(Finding.Kind.WRITE_WITHOUT_STEP);
        assertThat(oneSided(compare(with(requestOf(scaled, "no id")))))
                .containsExactly(Finding.Kind.WRITE_WITHOUT_STEP);
        assertThat(oneSided(compare(with(scaled.replaceAll(",\"extra\":\\{\"kubechat[^}]*}", "")))))
                .containsExactly(Finding.Kind.WRITE_WITHOUT_REQUEST);
        assertThat(oneSided(compare(with(scaled.replace("\"impersonatedUser\"", "\"nobody\"")))))
                .containsExactly(Finding.Kind.WRITE_WITHOUT_REQUEST);
        assertThat(oneSided(compare(with(scaled.replace(town().account(), "mallory")))))
                .containsExactly(Finding.Kind.WRITE_WITHOUT_STEP);
        assertThat(oneSided(compare(with("{\"kind\":")))).containsExactly(Finding.Kind.UNREAD);
    }

    @Test
    void somebodyElsesNameIsTold() throws Exception {
        var line = write("create", "configmaps");
        var forged = line.replace("\"username\":\"alice\"", "\"username\":\"root\"");
        assertThat(forged).isNotEqualTo(line);
        var report = compare(log.stream().map(one -> one.equals(line) ? forged : one).toList());
        assertThat(oneSided(report)).containsExactly(Finding.Kind.OTHER_IDENTITY);
        assertThat(report.findings().getFirst().sentence())
                .contains("was asked for by alice of [shop-developers], and ran as root of");
    }

    @Test
    void rowsThatSayOtherwiseAreTold() throws Exception {
        var jdbc = town().world.jdbc();
        var prices = "where step->'object'->>'name' = 'prices'";
        for (var state : List.of("FAILED", "NOT_SENT", "NOT_BEGUN", "PLANNED")) {
            jdbc.sql("update core.step set state = ? " + prices).param(state).update();
            assertThat(oneSided(compare(log)))
                    .as(state)
                    .containsExactly(Finding.Kind.OTHER_OUTCOME);
        }
        jdbc.sql("update core.step set state = 'DONE' " + prices).update();
        assertThat(oneSided(compare(log))).isEmpty();
    }

    @Test
    void aStepThatWasRemovedIsTold() throws Exception {
        var jdbc = town().world.jdbc();
        var prices = " where step->'object'->>'name' = 'prices'";
        var row =
                jdbc.sql("select cast(row_to_json(s) as text) from core.step s" + prices)
                        .query(String.class)
                        .single();
        jdbc.sql(
                        "delete from core.undo u using core.step s"
                                + prices
                                + " and u.execution_id = s.execution_id and u.ordinal = s.ordinal")
                .update();
        jdbc.sql("delete from core.step" + prices).update();
        try {
            var report = compare(log);
            assertThat(oneSided(report)).containsExactly(Finding.Kind.WRITE_WITHOUT_STEP);
            assertThat(report.findings())
                    .anySatisfy(finding ->
                            assertThat(finding.sentence())
                                    .startsWith("The call create configmaps/prices in")
                                    .contains("has no step in KubeChat"));
        } finally {
            jdbc.sql(
                            "insert into core.step select * from"
                                    + " json_populate_record(cast(null as core.step), cast(? as"
                                    + " json))")
                    .param(row)
                    .update();
        }
    }

    @Test
    void stepsOutsideTheTimeOfTheLogAreNotHeldAgainstIt() throws Exception {
        // watches end last and would stretch the time
        var plain = log.stream().filter(line -> !line.contains("\"verb\":\"watch\"")).toList();
        var from = plain.indexOf(write("create", "configmaps"));

        var report = compare(plain.subList(from, from + 1));

        assertThat(oneSided(report)).isEmpty();
        assertThat(report.joined()).isOne();
    }

    private static List<String> with(String line) {
        return java.util.stream.Stream.concat(log.stream(), java.util.stream.Stream.of(line))
                .collect(Collectors.toList());
    }

    private static String requestOf(String line, String request) {
        return line.replaceAll(
                "\"kubechat.dev/request\":\\[\"[^\"]*\"]",
                "\"kubechat.dev/request\":[\"%s\"]".formatted(request));
    }
}
