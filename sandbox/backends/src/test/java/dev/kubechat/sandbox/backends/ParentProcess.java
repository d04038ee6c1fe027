package dev.kubechat.sandbox.backends;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another JVM that starts both servers in a folder, prints their ports and waits to be ended. */
final class ParentProcess {
    final int postgresPort;
    final int redisPort;
    private final Process process;

    private ParentProcess(Process process, BufferedReader output) throws IOException {
        this.process = process;
        this.postgresPort = port(output);
        this.redisPort = port(output);
    }

    static ParentProcess startedIn(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
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

    void terminate() throws InterruptedException {
        process.destroy();
        awaitEnd();
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

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        System.out.println("port "
                + PostgresServer.startForTests(folder.resolve("postgres")).port());
        System.out.println(
                "port " + RedisServer.start(folder.resolve("redis"), 0).port());
        var _ = System.in.read();
    }
}
