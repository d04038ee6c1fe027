package dev.kubechat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small verbs as scripts use them: as processes. */
class KubechatIT {

    @TempDir private Path folder;

    private Process start(String... words) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xlog:class+load:file=" + folder.resolve("classes"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Kubechat.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile()).start();
    }

    private Said said(Process process) throws Exception {
        process.getOutputStream().close();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, Files.readString(folder.resolve("errors")));
    }

    private record Said(int status, String out, String err) {}

    @Test
    void answersWhileTheInputIsStillOpen() throws Exception {
        var process = start("classify");
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
                var input = process.outputWriter(StandardCharsets.UTF_8)) {
            for (var line : List.of("kubectl get pods", "kubectl delete ns shop")) {
                input.write(line + "\n");
                input.flush();
                assertThat(answers.readLine()).startsWith("{\"command\": \"" + line + "\"");
            }
        }
        assertThat(process.waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classify", "plan", "doctor", "help"})
    void loadsNoSpring(String verb) throws Exception {
        var said = said(start(verb));
        assertThat(said.err()).isEmpty();
        try (Stream<String> classes = Files.lines(folder.resolve("classes"))) {
            assertThat(classes)
                    .anyMatch(line -> line.contains("dev.kubechat.app.Kubechat"))
                    .noneMatch(line -> line.contains(" org.springframework"));
        }
    }

    @Test
    void refusesWrongUseWithASentence() throws Exception {
        assertThat(said(start("classify", "--wrong")))
                .isEqualTo(
                        new Said(
                                2,
                                "",
                                "--wrong is no option of classify. It knows --cluster, --json,"
                                        + " --namespace, --production, --rules.\n"));
        assertThat(said(start("clasify")).err()).startsWith("\"clasify\" is no verb of kubechat.");
        assertThat(said(start("serve", "--target=moon")).err())
                .isEqualTo("--target=moon is unknown: use all, bot or admin.\n");
    }

    @Test
    void tellsByItsStatusThatSomethingIsMissing() throws Exception {
        assertThat(said(start("doctor")).status()).isOne();
    }
}
