package dev.kubechat.pipeline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in the file, it is read in bounded memory, and what cannot be read is counted. */
class AuditFileTest {

    private static final String REQUEST = "01a20e3c-def6-738e-9ca4-65da02f7f2b3";

    @TempDir private Path folder;

    private final List<ServerCall> writes = new ArrayList<>();
    private final KubernetesAudit audit = new KubernetesAudit(writes::add);

    /** An event of a write, with more members. */
    private static String event(String verb, String uri, String more) {
        return """
        {"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a1","stage":"ResponseComplete","requestURI":"%s","verb":"%s",
        "user":{"username":"bot"},"impersonatedUser":{"username":"alice","groups":["sre","system:authenticated"],
        "extra":{"kubechat.dev/request":["%s"]}},"objectRef":{"resource":"pods","namespace":"shop","name":"web-0"},
        "responseStatus":{"code":200},"requestReceivedTimestamp":"2026-11-24T10:00:00.5Z",
        "stageTimestamp":"2026-11-24T10:00:01Z"%s}\
        """
                .formatted(uri, verb, REQUEST, more)
                .replace("\n", "");
    }

    private static String write() {
        return event("delete", "/api/v1/namespaces/shop/pods/web-0", "");
    }

    private void read(String text) throws IOException {
        new AuditFile(Files.writeString(folder.resolve("audit.log"), text)).read(audit);
    }

    @Test
    void tellsOfAWriteAllThatIsCompared() throws IOException {
        read(write() + "\n");
        assertThat(writes)
                .containsExactly(
                        new ServerCall(
                                "a1",
                                Instant.parse("2026-11-24T10:00:00.5Z"),
                                "bot",
                                new ServerCall.Identity("alice", java.util.Set.of("sre")),
                                List.of(REQUEST),
                                "delete",
                                new Target("", "pods", "shop", "web-0", ""),
                                200));
        assertThat(audit.span())
                .contains(
                        new Span(
                                Instant.parse("2026-11-24T10:00:00.5Z"),
                                Instant.parse("2026-11-24T10:00:01Z")));
    }

    @Test
    void readsWhatIsPacked() throws IOException {
        var file = folder.resolve("audit.log.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((write() + "\n" + write()).getBytes(StandardCharsets.UTF_8));
        }
        new AuditFile(file).read(audit);
        assertThat(writes).hasSize(2);
    }

    /** As log shippers put rotated files together. */
    @Test
    void readsWhatWasPackedPieceByPiece() throws IOException {
        var file = folder.resolve("audit.log.gz");
        for (var piece = 0; piece < 3; piece++) {
            var packed = new ByteArrayOutputStream();
            try (var out = new GZIPOutputStream(packed)) {
                out.write((write() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            Files.write(
                    file,
                    packed.toByteArray(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        new AuditFile(file).read(audit);
        assertThat(writes).hasSize(3);
    }

    @Test
    void countsALineThatIsTooLongAndReadsTheNext() throws IOException {
        var long9Mib = event("delete", "/", ",\"x\":\"%s\"".formatted("y".repeat(9 << 20)));
        read(long9Mib + "\n" + write() + "\n");
        assertThat(audit.unread()).isOne();
        assertThat(writes).hasSize(1);
    }

    @Test
    void leavesALastLineThatIsStillBeingWritten() throws IOException {
        read(write() + "\n" + write().substring(0, 90));
        assertThat(audit.unread()).isZero();
        assertThat(audit.cutOff()).isOne();
        assertThat(writes).hasSize(1);
    }

    @Test
    void aPanicOfTheServerIsAnAnswerOf500() throws IOException {
        read(write().replace("ResponseComplete", "Panic").replace("\"responseStatus\"", "\"x\""));
        assertThat(writes).extracting(ServerCall::code).containsExactly(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "\u0000",
                "{\"kind\":\"Event\"}",
                "{\"kind\":\"Pod\",\"auditID\":\"x\"}",
                "{\"kind\":\"Event\",\"auditID\":\"x\",\"stage\":\"ResponseComplete\",\"requestReceivedTimestamp\":\"soon\"}",
                "{\"kind\":\"Event\",\"auditID\":\"x\",\"stage\":\"ResponseComplete\",\"requestReceivedTimestamp\":\"-999999999-01-01T00:00:00Z\"}"
            })
    void countsWhatIsNoEvent(String line) throws IOException {
        read(line + "\n" + write() + "\n");
        assertThat(audit.unread()).isOne();
        assertThat(writes).hasSize(1);
    }

    @Test
    void survivesNestingWithoutEnd() throws IOException {
        read("[".repeat(1_000_000) + "\n" + "{\"a\":".repeat(100_000) + "\n");
        assertThat(audit.unread()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "list", "watch"})
    void leavesReadsOut(String verb) throws IOException {
        read(event(verb, "/api/v1/pods", "") + "\n");
        assertThat(writes).isEmpty();
        assertThat(audit.events()).isOne();
    }

    @Test
    void leavesOtherStagesOut() throws IOException {
        read(write().replace("ResponseComplete", "ResponseStarted") + "\n");
        assertThat(writes).isEmpty();
        assertThat(audit.events()).isZero();
    }

    @Test
    void leavesDryRunsAndReviewsOut() throws IOException {
        read(
                event("patch", "/api/v1/namespaces/shop/pods/web-0?dryRun=All", "")
                        + "\n"
                        + event(
                                        "create",
                                        "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                                        "")
                                .replace(
                                        "\"resource\":\"pods\"",
                                        "\"resource\":\"selfsubjectaccessreviews\",\"apiGroup\":\"authorization.k8s.io\"")
                        + "\n");
        assertThat(writes).isEmpty();
    }

    /** The server reads the options of a deletion from its body, whatever the address says. */
    @Test
    void takesADeletionForADryRunByItsBodyWhereItIsKnown() throws IOException {
        var body = ",\"requestObject\":{\"kind\":\"DeleteOptions\"%s}";
        read(
                event("delete", "/api/v1/pods/x?dryRun=All", body.formatted(""))
                        + "\n"
                        + event("delete", "/api/v1/pods/x", body.formatted(",\"dryRun\":[\"All\"]"))
                        + "\n");
        assertThat(writes).hasSize(1);
        assertThat(audit.dryByAddressOnly()).isZero();
    }

    @Test
    void countsDeletionsThatAreDryByTheirAddressAlone() throws IOException {
        read(event("delete", "/api/v1/pods/x?dryRun=All&x=y", "") + "\n");
        assertThat(writes).isEmpty();
        assertThat(audit.dryByAddressOnly()).isOne();
    }

    @Test
    void readsListsOfEventsAsWebhooksGetThem() throws IOException {
        read("{\"kind\":\"EventList\",\"items\":[%s,%s]}\n".formatted(write(), write()));
        assertThat(writes).hasSize(2);
    }
}
