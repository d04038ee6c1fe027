package dev.kubechat.sandbox.backends;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Another JVM that starts both servers in a folder, prints their ports and waits to be ended. */
final class ParentProcess {
    static final String LAST_WORDS = "both servers run";

    final int postgresPort;
    final int redisPort;
    private final Process process;
    private final BufferedReader output;

    private ParentProcess(Process process, BufferedReader output) throws IOException {
        this.process = process;
        this.output = output;
        this.postgresPort = port(output);
        this.redisPort = port(output);
    }

    static ParentProcess startedIn(Path folder) throws IOException {
        return started(folder.toString());
    }

    static ParentProcess ofATestRun() throws IOException {
        return started();
    }

    private static ParentProcess started(String... arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        var command = new ArrayList<>(List.of(java, "-cp", classes, ParentProcess.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().remove("KUBECHAT_TEST_BACKENDS");
        var process = builder.start();
        return new ParentProcess(process, process.inputReader());
    }

    private static int port(BufferedReader output) throws IOException {
        for (String line; (line = output.readLine()) != null; ) {
            if (line.startsWith("port ")) {
                return Integer.parseInt(line.substring(5));
            }
        }
        throw new IOException("The other JVM started no server");
    }

    /** Tells it to end, by SIGTERM, and gives back what it still said. */
    String terminate() throws Exception {
        process.toHandle().destroy(); // Process.destroy would close the output as well
        awaitEnd();
        return output.lines().collect(Collectors.joining());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("The other JVM does not end");
        }
    }

    /** Starts the servers in the given folder, or without one those of a test run. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            print(URI.create(Backends.postgres().newDatabase().url().substring("jdbc:".length())));
            print(URI.create(Backends.redis().url()));
        } else {
            serve(Path.of(arguments[0]));
        }
        var _ = System.in.read();
    }

    private static void serve(Path folder) {
        var postgres = PostgresServer.startForTests(folder.resolve("postgres"));
        var redis = RedisServer.start(folder.resolve("redis"), 0);
        AtExit.beforeServersStop(() -> {
            if (Ports.isOpen(postgres.port()) && Ports.isOpen(redis.port())) {
                System.out.println(LAST_WORDS);
            }
        });
        System.out.println("port " + postgres.port());
        System.out.println("port " + redis.port());
    }

    private static void print(URI server) {
        System.out.println("port " + server.getPort());
    }
}
