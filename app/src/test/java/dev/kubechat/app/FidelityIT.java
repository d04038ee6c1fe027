package dev.kubechat.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code kubechat kubectl} prints is what kubectl prints, on the cluster of KUBECHAT_TEST_KUBECONFIG with the kubectl of
 * KUBECHAT_TEST_KUBECTL. Writes target/fidelity.md and, for whoever mends it, target/fidelity-differences.txt.
 */
class FidelityIT {

    private static final @Nullable String KUBECONFIG = System.getenv("KUBECHAT_TEST_KUBECONFIG");
    private static final @Nullable String KUBECTL = System.getenv("KUBECHAT_TEST_KUBECTL");
    private static final Path FOLDER = Path.of("src", "test", "resources", "fidelity");

    @TempDir private static Path home;

    private static @Nullable FidelityTwins twins;
    private static @Nullable FidelityWorld world;

    @BeforeAll
    static void prepare() {
        if (KUBECONFIG == null || KUBECTL == null) {
            System.out.println(
                    "FidelityIT is skipped: KUBECHAT_TEST_KUBECONFIG or KUBECHAT_TEST_KUBECTL is"
                            + " not set.");
        }
        assumeTrue(
                KUBECONFIG != null && KUBECTL != null, "no cluster or no kubectl to compare with");
        twins =
                new FidelityTwins(
                        Objects.requireNonNull(KUBECTL),
                        Objects.requireNonNull(KUBECONFIG),
                        home,
                        FOLDER.resolve("files"));
        world = new FidelityWorld(twins, FOLDER.resolve("world"));
        world.prepare();
    }

    @AfterAll
    static void cleanUp() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void printsWhatKubectlPrintsButForKnownDifferences() throws IOException {
        var standing = Objects.requireNonNull(world);
        var cases = FidelityCase.read(Files.readString(FOLDER.resolve("cases.txt")), standing::pod);
        var known = known(Files.readString(FOLDER.resolve("known-differences.txt")));

        var report = new FidelitySuite(Objects.requireNonNull(twins)).run(cases);

        write("fidelity.md", report.table());
        write("fidelity-differences.txt", report.differences(known));
        write("fidelity-errors.txt", report.otherErrors());
        System.out.println(report.table());
        System.out.println("known, and the same by now: " + report.sameAmong(known.keySet()));
        assertThat(cases.stream().map(FidelityCase::line)).containsAll(known.keySet());
        assertThat(report.different())
                .as("differences from kubectl, see target/fidelity-differences.txt")
                .isSubsetOf(known.keySet());
    }

    @Test
    void printsTheSameFromATerminal() {
        var both = Objects.requireNonNull(twins);
        for (var line :
                List.of(
                        "get pods -n fid-bare",
                        "get deployment web -n fid-shop -o name",
                        "get pod missing -n fid-shop",
                        "get -f web.yaml -n fid-shop -o name",
                        "@fid-viewer get pods -n fid-data")) {
            var one = FidelityCase.read(line, pod -> pod).getFirst();
            assertThat(both.kubechatProcess(one)).as(line).isEqualTo(both.kubectl(one));
        }
    }

    /** From a case's line to the reason that stands in brackets above it. */
    static Map<String, String> known(String text) {
        var known = new LinkedHashMap<String, String>();
        var reason = "";
        for (var line : text.lines().toList()) {
            if (line.startsWith("[")) {
                reason = line.substring(1, line.lastIndexOf(']'));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                known.put(line, reason);
            }
        }
        return known;
    }

    private static void write(String file, String text) throws IOException {
        Files.writeString(Path.of("target", file), text);
    }
}
