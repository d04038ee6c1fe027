package dev.kubechat.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.app.verb.Json;
import dev.kubechat.app.verb.Ran;
import dev.kubechat.app.verb.WrongUse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorVerbTest {

    @TempDir private Path folder;

    private Ran doctor(String... words) {
        return Ran.with(new DoctorVerb(Map.of(), folder), "", words);
    }

    @Test
    void saysClearlyThatNothingIsConfigured() {
        var ran = doctor();
        assertThat(ran.status()).isOne();
        assertThat(ran.out())
                .contains("missing   configuration        there is none")
                .contains("missing   database             kubechat.database.url is not set")
                .contains("missing   cluster              no cluster is configured")
                .contains("optional  Redis")
                .contains("ok        Java")
                .endsWith("KubeChat cannot serve yet: 3 of these must be seen to first.\n");
    }

    @Test
    void saysItToMachinesToo() {
        var report = Json.object(doctor("--json").out());
        assertThat(report.text("fit")).contains("no");
        var findings = ((Json.Array) report.member("findings").orElseThrow()).values();
        assertThat(findings)
                .allSatisfy(finding ->
                        assertThat(((Json.Members) finding).byName())
                                .containsOnlyKeys("thing", "mark", "said", "next"))
                .anySatisfy(finding ->
                        assertThat(((Json.Members) finding).text("mark")).contains("missing"));
    }

    @Test
    void namesEachKeyThatIsMissing() {
        var ran =
                doctor(
                        "--kubechat.database.url=jdbc:postgresql://127.0.0.1:1/x",
                        "--kubechat.clusters[0].kubeconfig=/nowhere",
                        "--kubechat.clusters[1].id=staging");
        assertThat(ran.status()).isOne();
        assertThat(ran.out())
                .contains("kubechat.database.username is not set")
                .contains("kubechat.clusters[0].id is not set")
                .contains("kubechat.clusters[1].kubeconfig is not set");
    }

    @Test
    void saysWhatDoesNotAnswer() {
        var ran =
                doctor(
                        "--kubechat.database.url=jdbc:postgresql://127.0.0.1:1/x",
                        "--kubechat.database.username=app",
                        "--kubechat.database.password=geheim",
                        "--kubechat.redis.url=redis://:geheim@127.0.0.1:1",
                        "--kubechat.clusters[0].id=staging",
                        "--kubechat.clusters[0].kubeconfig=" + folder.resolve("none"));
        assertThat(ran.out())
                .contains("wrong     database             PostgreSQL does not answer")
                .contains("optional  Redis                127.0.0.1:1 does not answer")
                .contains(
                        "wrong     cluster staging      The kubeconfig of cluster staging cannot be"
                                + " read")
                .doesNotContain("geheim");
    }

    @Test
    void refusesAddressesThatAreNone() {
        assertThat(
                        doctor(
                                        "--kubechat.database.url=mysql://x",
                                        "--kubechat.redis.url=not an address",
                                        "--server.port=many",
                                        "--kubechat.clusters[0].id=Not One",
                                        "--kubechat.clusters[0].kubeconfig=x")
                                .out())
                .contains("kubechat.database.url is no address of a PostgreSQL")
                .contains("kubechat.redis.url is no address")
                .contains("many is no port")
                .contains("is no cluster name");
    }

    @Test
    void readsTheFolderAndTheFilesItIsTold() throws IOException {
        Files.writeString(folder.resolve("more.yaml"), "kubechat.database.url: mysql://x\n");
        Files.writeString(folder.resolve("application.yaml"), "kubechat: [\n");
        var ran = doctor("--spring.config.additional-location=more.yaml");
        assertThat(ran.out())
                .contains("wrong     configuration        " + folder.resolve("application.yaml"))
                .contains("kubechat.database.url is no address of a PostgreSQL");
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(doctor("--server.port=" + socket.getLocalPort()).out())
                    .contains(
                            "wrong     port                 127.0.0.1:%d cannot be taken"
                                    .formatted(socket.getLocalPort()));
        }
    }

    @Test
    void refusesWordsThatAreNoSettings() {
        assertThatThrownBy(() -> doctor("--verbose")).isInstanceOf(WrongUse.class);
        assertThatThrownBy(() -> doctor("all")).isInstanceOf(WrongUse.class);
    }
}
