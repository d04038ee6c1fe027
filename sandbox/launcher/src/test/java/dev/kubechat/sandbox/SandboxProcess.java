package dev.kubechat.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code up}, as a process of its own like a person starts it. */
final class SandboxProcess implements AutoCloseable {

    private static final String READY = "KubeChat is ready: ";

    private final Process process;
    private final Path home;
    private final List<String> said = new ArrayList<>();

    private SandboxProcess(Process process, Path home) {
        this.process = process;
        this.home = home;
    }

    /** Returns when it is ready or has ended. */
    static SandboxProcess up(Path home, String... words) {
        var command =
                Stream.concat(
                                Stream.of(
                                        ProcessHandle.current().info().command().orElse("java"),
                                        "-Xmx512m",
                                        "-XX:TieredStopAtLevel=1",
                                        "-XX:+UseSerialGC",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Sandbox.class.getName(),
                                        "up"),
                                Arrays.stream(words))
                        .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KUBECHAT_HOME", home.toString());
        try {
            var sandbox = new SandboxProcess(builder.start(), home);
            sandbox.read();
            return sandbox;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void read() throws IOException {
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.startsWith("Stop it with")) {
                Thread.ofVirtual().start(() -> hearOn(lines));
                return;
            }
        }
    }

    private void hearOn(BufferedReader lines) {
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
            }
        } catch (IOException ended) {
            hear("(ended)");
        }
    }

    private synchronized void hear(String line) {
        said.add(line);
    }

    synchronized List<String> said() {
        return List.copyOf(said);
    }

    /** The address of the pages. */
    String address() {
        return said().stream()
                .filter(line -> line.startsWith(READY))
                .findFirst()
                .map(line -> line.substring(READY.length()))
                .orElseThrow(() -> new AssertionError("not ready: " + String.join("\n", said())));
    }

    /** The servers that work on its folder, whoever their parent is: they have sessions of their own. */
    List<ProcessHandle> servers() {
        return ProcessHandle.allProcesses()
                .filter(other -> other.info().commandLine().orElse("").contains(home.toString()))
                .filter(other -> other.pid() != process.pid())
                .toList();
    }

    /** What Ctrl-C does. Returns when it has ended. */
    int interrupt() {
        process.destroy();
        return ended();
    }

    /** What a crash does: nobody gets to clean up. */
    void kill() {
        process.destroyForcibly();
        ended();
    }

    int ended() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("still runs: " + String.join("\n", said()));
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            interrupt();
        }
    }
}
