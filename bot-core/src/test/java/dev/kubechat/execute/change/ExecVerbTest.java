package dev.kubechat.execute.change;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.execute.change.ExecuteFixture.changesThrough;
import static dev.kubechat.execute.change.ExecuteFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.execute.api.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecVerbTest {

    private static final Caller ALICE = caller("alice", "sre");
    private static final String POD = "/api/v1/namespaces/shop/pods/web-0";
    private static final String WELL = "{\"kind\":\"Status\",\"status\":\"Success\"}";

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final ProgramServer server = new ProgramServer();
    private final ClusterDoor door = doorTo(server.kubeconfig());
    private final Changes changes = changesThrough(door);

    ExecVerbTest() throws IOException {
        server.object("/api", "{\"versions\": [\"v1\"]}");
        server.object("/apis", "{\"groups\": []}");
        server.object(
                "/api/v1",
                """
                {"resources": [{"name": "pods", "singularName": "pod", "kind": "Pod", "namespaced": true, "verbs": ["get"]},
                               {"name": "configmaps", "singularName": "configmap", "kind": "ConfigMap", "namespaced": true, "verbs": ["get"]}]}
                """);
        server.object(POD, pod("uid-1", "Running"));
    }

    private static String pod(String uid, String phase) {
        return """
        {"kind": "Pod", "apiVersion": "v1", "metadata": {"name": "web-0", "namespace": "shop", "uid": "%s", "resourceVersion": "7"},
         "spec": {"containers": [{"name": "web"}, {"name": "side"}]}, "status": {"phase": "%s"}}
        """
                .formatted(uid, phase);
    }

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    private Step planned(String line) {
        var planned = (Preview.Planned) changes.preview(command(line), ALICE);
        assertThat(planned.steps()).hasSize(1);
        return planned.steps().getFirst();
    }

    private String refused(String line) {
        var preview = changes.preview(command(line), ALICE);
        assertThat(server.programs()).isEmpty();
        return ((Preview.Impossible) preview).sentence();
    }

    private StepResult run(String line) {
        return changes.perform(planned(line), ALICE, Instant.MAX);
    }

    @Test
    void runsNothingForAPreview() {
        assertThat(planned("exec web-0 -n shop -- ls -l").changes())
                .containsExactly(new FieldChange("runs in container web", null, "ls -l"));
        assertThat(server.programs()).isEmpty();
    }

    @Test
    void P3_upgradesAsThePersonAndWithTheRequestsId() {
        server.ends(WELL);

        run("exec web-0 -n shop -c side -- echo 'a b' '&c'");

        assertThat(server.programs()).hasSize(1);
        var asked = server.programs().getFirst();
        assertThat(asked.target())
                .isEqualTo(
                        POD
                                + "/exec?container=side&command=echo&command=a%20b&command=%26c&stdout=true&stderr=true");
        assertThat(asked.headers().get("Impersonate-User")).containsExactly("alice");
        assertThat(asked.headers().get("Impersonate-Group")).containsExactly("sre");
        assertThat(asked.headers().get("Impersonate-Extra-kubechat.dev%2Frequest"))
                .containsExactly(ALICE.request().toString());
    }

    @Test
    void keepsBothOutputsApart() {
        server.writes("one\n").complains("oh\n").writes("two\n").ends(WELL);

        assertThat(run("exec web-0 -n shop -c web -- x"))
                .isEqualTo(new StepResult.Ran("one\ntwo\n", "oh\n", "", 0, ""));
    }

    @Test
    void tellsTheExitStatusAsKubectlDoes() {
        server.ends(
                """
                {"kind":"Status","status":"Failure","reason":"NonZeroExitCode","message":"command terminated with non-zero exit code",
                 "details":{"causes":[{"reason":"ExitCode","message":"3"}]}}
                """);

        assertThat(run("exec web-0 -n shop -c web -- x"))
                .isEqualTo(
                        new StepResult.Ran(
                                "",
                                "",
                                "command terminated with exit code 3\n",
                                3,
                                "It ended with exit status 3."));
    }

    @Test
    void keepsTheBeginningOfTooMuchAndSaysSo() {
        var much = new byte[60_000];
        Arrays.fill(much, (byte) 'x');
        for (var i = 0; i < 20; i++) {
            server.writes(much);
        }
        server.ends(WELL);

        var ran = (StepResult.Ran) run("exec web-0 -n shop -c web -- yes");

        assertThat(ran.out()).hasSize(1024 * 1024);
        assertThat(ran.note()).isEqualTo("It wrote more than 1 MiB; the beginning is kept.");
    }

    @Test
    void P9_takesTokensOutOfWhatAProgramWrites() {
        server.writes("eyJhbGciOiJSUzI1NiIsImtpZCI6IngifQ.eyJzdWIiOiJ4eHh4eHh4In0.c2lnbmF0dXJl\n")
                .complains("DB_PASSWORD=hunter22\n")
                .ends(WELL);

        var ran = (StepResult.Ran) run("exec web-0 -n shop -c web -- env");

        assertThat(ran.out()).isEqualTo("(hidden)\n");
        assertThat(ran.errors()).isEqualTo("DB_PASSWORD=(hidden)\n");
    }

    @Test
    void P8_aProgramWhoseEndIsNotToldMayHaveRun() {
        server.writes("begun\n");

        var result = (StepResult.Unknown) run("exec web-0 -n shop -c web -- x");

        assertThat(result.sentence())
                .contains("it may have run. It is not run again by itself.")
                .endsWith("begun");
        assertThat(server.programs()).hasSize(1);
    }

    @Test
    void saysWhatAChatDoesNotWaitFor() {
        server.writes("begun\n").goesOn();
        var step = planned("exec web-0 -n shop -c web -- x");

        assertThat(programs(false).perform(step, NOON.plusMillis(200)))
                .isEqualTo(
                        new StepResult.Unknown(
                                "A chat waits 30 s for a program at most; it ran longer, may run"
                                    + " on, and what it writes from now on is not shown. It wrote"
                                    + " so far:\n"
                                    + "begun"));
    }

    @Test
    void waitsAtATerminalUntilAProgramEnds() {
        assertThat(programs(false).patience(Instant.MAX)).hasSeconds(30);
        assertThat(programs(true).patience(Instant.MAX)).isGreaterThan(Duration.ofDays(30));
    }

    private Programs programs(boolean plain) {
        return new Programs(
                new Api(ALICE.cluster(), door.forPerson(ALICE)),
                ALICE,
                Clock.fixed(NOON, ZoneOffset.UTC),
                plain);
    }

    @Test
    void P14_runsNothingInAnotherPodOfTheSameName() {
        var step = planned("exec web-0 -n shop -c web -- x");
        server.object(POD, pod("uid-2", "Running"));

        assertThat(changes.perform(step, ALICE, Instant.MAX))
                .isInstanceOfSatisfying(
                        StepResult.Failed.class,
                        failed ->
                                assertThat(failed.sentence())
                                        .isEqualTo(
                                                "pod/web-0 is another pod of the same name now."
                                                        + " Ask again to see it. Nothing ran."));
        assertThat(server.programs()).isEmpty();
    }

    @Test
    void tellsInWordsWhoMayNot() {
        server.refuses(
                """
                {"kind":"Status","status":"Failure","reason":"Forbidden","code":403,
                 "message":"pods \\"web-0\\" is forbidden: User \\"alice\\" cannot create resource \\"pods/exec\\" in API group \\"\\" in the namespace \\"shop\\""}
                """);

        assertThat(run("exec web-0 -n shop -c web -- x"))
                .isInstanceOfSatisfying(
                        StepResult.Failed.class,
                        failed -> {
                            assertThat(failed.sentence())
                                    .contains("alice", "pods/exec")
                                    .endsWith("Nothing ran.");
                            assertThat(failed.errors())
                                    .startsWith(
                                            "Error from server (Forbidden): pods \"web-0\" is"
                                                    + " forbidden: User \"alice\"");
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec web-0 -n shop -- cat /var/run/secrets/kubernetes.io/serviceaccount/token",
                "exec web-0 -n shop -- cat /run/./secrets/kubernetes.io/serviceaccount/token",
                "exec web-0 -n shop -- sh -c 'base64 /var/run/secrets/kubernetes.io/*/t*'",
                "exec web-0 -n shop -- sh -c 'cd /var/run//secrets && cat */*/token'",
                "exec web-0 -n shop -- tar cf - -C"
                        + " /var/run/secrets/eks.amazonaws.com/serviceaccount .",
                "cp shop/web-0:/var/run/secrets/kubernetes.io/serviceaccount/token token"
            })
    void P9_looksAtNoTokenOfAServiceAccount(String line) {
        assertThat(refused(line)).startsWith("Tokens of service accounts are not looked at");
    }

    @Test
    void typesIntoNoProgram() {
        assertThat(refused("exec web-0 -n shop -it -- bash"))
                .startsWith("Nobody can type into a program here: leave out -i and -t");
    }

    @Test
    void knowsTheContainersOfThePod() {
        assertThat(refused("exec web-0 -n shop -c nope -- ls"))
                .isEqualTo("Container nope is not valid for pod web-0 out of: web, side.");
    }

    @Test
    void runsNothingInAPodThatIsOver() {
        server.object(POD, pod("uid-1", "Succeeded"));

        assertThat(refused("exec web-0 -n shop -- ls"))
                .isEqualTo(
                        "Cannot exec into a container in a completed pod; current phase is"
                                + " Succeeded.");
    }

    @Test
    void putsNoFilesIntoContainers() {
        assertThat(refused("cp notes.txt shop/web-0:/tmp/notes.txt"))
                .startsWith("Files are not put into containers");
    }

    @Test
    void copiesOneTextFileOut() {
        server.writes(TarFixture.tar("etc/nginx.conf", '0', "worker 1;\napi_key=abcdefgh\n"))
                .ends(WELL);

        assertThat(run("cp shop/web-0:/etc/nginx.conf nginx.conf -c web"))
                .isInstanceOfSatisfying(
                        StepResult.Copied.class,
                        copied -> {
                            assertThat(copied.to()).isEqualTo("nginx.conf");
                            assertThat(StandardCharsets.UTF_8.decode(copied.content()).toString())
                                    .isEqualTo("worker 1;\napi_key=(hidden)\n");
                        });
        assertThat(server.programs().getFirst().target())
                .contains("command=tar&command=cf&command=-&command=%2Fetc%2Fnginx.conf");
    }

    @Test
    void P9_givesNoFileThatCannotBeLookedThrough() {
        server.writes(TarFixture.tar("bin/true", '0', "\u007fELF\0\0")).ends(WELL);

        assertThat(run("cp shop/web-0:/bin/true true -c web"))
                .isInstanceOfSatisfying(
                        StepResult.Failed.class,
                        failed -> assertThat(failed.sentence()).contains("it is no text"));
    }

    @Test
    void copiesNoFolder() {
        server.writes(TarFixture.tar("etc/", '5', "")).ends(WELL);

        assertThat(run("cp shop/web-0:/etc etc -c web"))
                .isInstanceOfSatisfying(
                        StepResult.Failed.class,
                        failed ->
                                assertThat(failed.sentence())
                                        .isEqualTo(
                                                "/etc is not copied. It is a folder. Name one file"
                                                        + " in it."));
    }
}
