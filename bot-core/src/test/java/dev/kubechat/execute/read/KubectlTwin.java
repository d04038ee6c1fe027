package dev.kubechat.execute.read;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kubectl of KUBECHAT_TEST_KUBECTL on the cluster of KUBECHAT_TEST_KUBECONFIG, to run beside us. */
record KubectlTwin(String program, String kubeconfig, Path folder) {

    // what kubectl's own library logs beside what kubectl says, as by chance as the net: I1124
    // 13:49:29.527571 …
    private static final Pattern LOGGED = Pattern.compile("(?m)^[IWE][0-9]{4} [0-9:.]+ .*\\R?");

    /** How a command ended. */
    record Ended(String text, String errors, int exit) {}

    /**
     * Skips the test, and says so, where one of both is missing.
     *
     * @param folder of its own: what kubectl remembers of another day's cluster at the same address is no news
     */
    static KubectlTwin prepare(Class<?> test, @Nullable Path folder) {
        var program = System.getenv("KUBECHAT_TEST_KUBECTL");
        var kubeconfig = System.getenv("KUBECHAT_TEST_KUBECONFIG");
        if (kubeconfig == null || program == null) {
            System.out.printf(
                    "%s is skipped: KUBECHAT_TEST_KUBECONFIG or KUBECHAT_TEST_KUBECTL is not"
                            + " set.%n",
                    test.getSimpleName());
        }
        assumeTrue(
                kubeconfig != null && program != null, "no cluster or no kubectl to compare with");
        return new KubectlTwin(
                Objects.requireNonNull(program),
                Objects.requireNonNull(kubeconfig),
                Objects.requireNonNull(folder));
    }

    /**
     * @param line without {@code kubectl} in front; quotes are taken away, as a shell does it
     * @param more further words
     */
    Ended run(String line, String... more) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                program,
                                "--kubeconfig",
                                kubeconfig,
                                "--cache-dir",
                                folder.resolve("cache").toString()));
        command.addAll(List.of(line.replace("'", "").split(" ")));
        command.addAll(List.of(more));
        // into a file, as a pipe that nobody empties stops the program
        var errors = folder.resolve("errors.txt");
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var exit = process.waitFor();
        return new Ended(text, LOGGED.matcher(Files.readString(errors)).replaceAll(""), exit);
    }
}
