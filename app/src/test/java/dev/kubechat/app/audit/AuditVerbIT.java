package dev.kubechat.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.app.verb.Ran;
import dev.kubechat.app.verb.WrongUse;
import dev.kubechat.pipeline.CoreSchema;
import dev.kubechat.sandbox.backends.Backends;
import dev.kubechat.sandbox.backends.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb on a database, as a script sees it: what it prints and how it ends. */
class AuditVerbIT {

    private static final String WRITE =
            "{\"kind\":\"Event\",\"auditID\":\"a1\",\"stage\":\"ResponseComplete\",\"requestURI\":\"/x\",\"verb\":\"delete\",\"user\":{\"username\":\"bot\"},\"impersonatedUser\":{\"username\":\"ali\\u001b[31mce\",\"groups\":[],\"extra\":{\"kubechat.dev/request\":[\"01a20e3c-def6-738e-9ca4-65da02f7f2b3\"]}},\"objectRef\":{\"resource\":\"pods\",\"namespace\":\"shop\",\"name\":\"web-0\"},\"responseStatus\":{\"code\":200},\"requestReceivedTimestamp\":\"2026-11-24T10:00:00Z\",\"stageTimestamp\":\"2026-11-24T10:00:01Z\"}\n";

    private static final Database DATABASE = Backends.postgres().newDatabase();

    @TempDir private Path folder;

    @BeforeAll
    static void makeTables() {
        CoreSchema.migrate(DATABASE.asOwner(), DATABASE.app().user());
    }

    private Ran audit(String... words) {
        return Ran.with(new AuditVerb(Map.of(), folder), "", words);
    }

    private Ran reconcile(String log, String... more) throws IOException {
        var file = Files.writeString(folder.resolve("audit.log"), log);
        return audit(
                Stream.concat(
                                Stream.of(
                                        "reconcile",
                                        "--kubernetes-audit",
                                        file.toString(),
                                        "--kubechat.database.url=" + DATABASE.url(),
                                        "--kubechat.database.username=" + DATABASE.app().user(),
                                        "--kubechat.database.password="
                                                + DATABASE.app().password()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void endsWithOneWhenAWriteStandsOnTheServersSideOnly() throws IOException {
        assertThat(reconcile(WRITE))
                .isEqualTo(
                        new Ran(
                                1,
                                "The call delete pods/web-0 in shop, as ali?[31mce, at"
                                    + " 2026-11-24T10:00:00Z (a1) has no step in KubeChat.\n"
                                    + "1 calls from 2026-11-24T10:00:00Z to 2026-11-24T10:00:01Z: 0"
                                    + " writes stand on both sides, 1 do not fit.\n"));
    }

    @Test
    void endsWithNoughtWhenNothingStandsOnOneSide() throws IOException {
        var read = WRITE.replace("\"delete\"", "\"get\"");
        assertThat(reconcile(read).status()).isZero();
        assertThat(reconcile(""))
                .isEqualTo(new Ran(0, "The log holds no call, so there is nothing to compare.\n"));
    }

    @Test
    void saysItForMachines() throws IOException {
        var ran = reconcile(WRITE, "--json");
        assertThat(ran.each("finding")).containsExactly("write-without-step", "summary");
        assertThat(ran.answers().getFirst().text("request"))
                .contains("01a20e3c-def6-738e-9ca4-65da02f7f2b3");
        assertThat(ran.each("whole")).containsExactly("", "no");
    }

    @Test
    void endsWithTwoWhenItCouldNotCompare() throws IOException {
        assertThat(reconcile(WRITE, "--kubechat.database.password=wrong"))
                .satisfies(ran -> assertThat(ran.status()).isEqualTo(2))
                .satisfies(
                        ran -> assertThat(ran.out()).startsWith("Nothing was compared. Postgre"));
        assertThat(reconcile(WRITE, "--kubernetes-audit=" + folder.resolve("nowhere")).status())
                .isEqualTo(2);
    }

    /** A log that is copied while it is rotated has events in two files; a call that was made twice has two ids. */
    @Test
    void countsAnEventThatStandsTwiceAsOneCall() throws IOException {
        var copy = Files.writeString(folder.resolve("audit-2026.log"), WRITE + WRITE);
        var once = reconcile(WRITE, "--json", "--kubernetes-audit=" + copy);
        assertThat(once.each("finding")).containsExactly("write-without-step", "summary");
        var again = reconcile(WRITE + WRITE.replace("\"a1\"", "\"a2\""), "--json");
        assertThat(again.each("finding"))
                .containsExactly("write-without-step", "write-without-step", "summary");
    }

    @Test
    void countsTheStagesOfACallAsOne() throws IOException {
        var received = WRITE.replace("ResponseComplete", "RequestReceived");
        var started = WRITE.replace("ResponseComplete", "ResponseStarted");
        assertThat(reconcile(started + WRITE + received, "--json").each("finding"))
                .containsExactly("write-without-step", "summary");
        assertThat(reconcile(WRITE.replace("ResponseComplete", "Panic"), "--json").each("finding"))
                .containsExactly("write-without-step", "summary");
    }

    @Test
    void leavesAloneWhatPeopleDoWithTheirOwnKubeconfig() throws IOException {
        var own = WRITE.replace("\"bot\"", "\"jane\"");
        assertThat(own.replace("impersonatedUser", "x"))
                .satisfies(line -> assertThat(reconcile(line, "--account=bot").status()).isZero());
        assertThat(own.replace("kubechat.dev/request", "other"))
                .satisfies(line -> assertThat(reconcile(line, "--account=bot").status()).isZero());
        // an id that this KubeChat never gave may be another one's
        assertThat(reconcile(own, "--account=bot").status()).isZero();
        // without an account named, whoever bears an id of that kind is taken for KubeChat
        assertThat(reconcile(own).status()).isOne();
    }

    @Test
    void tellsWhatTheBotsAccountDoesInNobodysName() throws IOException {
        var itself = WRITE.replace("impersonatedUser", "x");
        var ran = reconcile(itself, "--account=bot", "--json");
        assertThat(ran.status()).isOne();
        assertThat(ran.each("finding")).containsExactly("write-without-request", "summary");
        assertThat(reconcile(itself.replace("\"code\":200", "\"code\":403"), "--account=bot"))
                .extracting(Ran::status)
                .isEqualTo(0);
    }

    @Test
    void saysThatALogEndsWithinALine() throws IOException {
        var read = WRITE.replace("\"delete\"", "\"get\"");
        var ran = reconcile(read + WRITE.substring(0, 200));
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .endsWith(
                        "nothing on one side only. 1 files end within a line, which is not"
                                + " compared: they are being written, or were cut off.\n");
    }

    @Test
    void endsWithTwoWhenAPackedLogIsCutOff() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(WRITE.repeat(2).getBytes(StandardCharsets.UTF_8));
        }
        var file = folder.resolve("audit.log.gz");
        Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() - 12));
        var ran = reconcile(WRITE, "--kubernetes-audit=" + file);
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).startsWith("Nothing was compared. The audit log cannot be read: ");
    }

    @Test
    void refusesWrongUseWithASentence() {
        for (var words :
                List.of(
                        new String[] {},
                        new String[] {"verify"},
                        new String[] {"reconcile"},
                        new String[] {"reconcile", "--kubernetes-audit"},
                        new String[] {"reconcile", "--kubernetes-audit=x", "--loud"},
                        new String[] {"reconcile", "--kubernetes-audit=x", "--clock-skew=soon"},
                        new String[] {"reconcile", "--kubernetes-audit=x"})) {
            assertThatThrownBy(() -> audit(words))
                    .isInstanceOf(WrongUse.class)
                    .hasMessageMatching("(audit|--).*(\\.|=…)");
        }
    }
}
