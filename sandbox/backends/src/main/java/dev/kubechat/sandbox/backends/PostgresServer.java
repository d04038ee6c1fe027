package dev.kubechat.sandbox.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL as a process of its own, on 127.0.0.1 only and with a password. What it stored stays in its folder. It is
 * stopped when this JVM ends; what a crash left running on the folder is stopped before it starts.
 */
public final class PostgresServer implements AutoCloseable {
    private static final int STARTUP_SECONDS = 60;
    private static final List<String> DURABLE = List.of("max_connections=100");
    private static final List<String> QUICK = List.of(
            "max_connections=300", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "scram_iterations=1");

    private final ServerFolder folder;
    private final Path data;
    private final PostgresPrograms programs;
    private final List<String> settings;
    private final int port;
    private @Nullable FolderLock lock;

    private PostgresServer(ServerFolder folder, Path programs, int port, List<String> settings) throws IOException {
        this.folder = folder;
        this.data = folder.path("data");
        this.programs = PostgresPrograms.unpackedIn(programs);
        this.port = ServerFolder.portOr(port);
        this.settings = settings;
    }

    /**
     * Starts it with every commit on disk.
     * @param port 0 for a free one
     * @throws BackendFailure if it did not start, or another living process uses the folder; then nothing runs
     */
    public static PostgresServer start(Path folder, int port) {
        return started(folder, folder.resolve("programs"), port, DURABLE);
    }

    /** Starts it on a free port, quick and without care for a power cut. */
    public static PostgresServer startForTests(Path folder) {
        return started(folder, TestFolder.cache(), 0, QUICK);
    }

    private static PostgresServer started(Path folder, Path programs, int port, List<String> settings) {
        try {
            var server = new PostgresServer(ServerFolder.at(folder), programs, port, settings);
            server.start();
            AtExit.stop(server::stop);
            return server;
        } catch (IOException e) {
            throw new BackendFailure("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    public int port() {
        return port;
    }

    public Postgres databases() {
        try {
            return new Postgres("127.0.0.1", port, new Login("postgres", folder.password()));
        } catch (IOException e) {
            throw new BackendFailure("The password of PostgreSQL cannot be read: " + e.getMessage(), e);
        }
    }

    /** Starts it again after {@link #stop}, on the same port; does nothing while it runs. */
    public synchronized void start() {
        if (lock != null) {
            return;
        }
        try {
            lock = folder.lock();
            stopProcess();
            prepareData();
            launch();
        } catch (IOException | RuntimeException e) {
            stop();
            throw e instanceof BackendFailure known
                    ? known
                    : new BackendFailure("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    /** Cuts all connections and waits until the process has ended; does nothing if it does not run. */
    public synchronized void stop() {
        if (lock == null) {
            return;
        }
        try (var _ = lock) {
            stopProcess();
        } catch (IOException e) {
            throw new BackendFailure("PostgreSQL did not stop: " + e.getMessage(), e);
        } finally {
            lock = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Stops what a JVM that is gone left running on the folder. */
    static void stopLeftover(Path folder) throws IOException {
        if (Files.exists(folder)) {
            var server = new PostgresServer(ServerFolder.at(folder), TestFolder.cache(), 0, QUICK);
            server.stopProcess();
        }
    }

    private void stopProcess() throws IOException {
        var daemon = new Daemon(
                data.resolve("postmaster.pid"), info -> arguments(info).contains(data.toString()));
        daemon.stop(_ -> run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-W"));
    }

    private static List<String> arguments(ProcessHandle.Info info) {
        return List.of(info.arguments().orElse(new String[0]));
    }

    /** Under another name first, so that a crash in the middle leaves no half-made data. */
    private void prepareData() throws IOException {
        if (Files.exists(data)) {
            return;
        }
        var draft = folder.path("data.new");
        if (Files.exists(draft)) {
            Folders.delete(draft);
        }
        folder.password();
        run(
                "initdb",
                "-D",
                draft.toString(),
                "-U",
                "postgres",
                "--pwfile",
                folder.path("password").toString(),
                "-A",
                "scram-sha-256",
                "-E",
                "UTF8",
                "--locale",
                "C",
                "--locale-provider",
                "builtin",
                "--builtin-locale",
                "C.UTF-8",
                "--no-instructions");
        Files.move(draft, data);
    }

    private void launch() {
        ServerFolder.requireFree(port);
        var options = new StringBuilder(
                "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC".formatted(port));
        settings.forEach(setting -> options.append(" -c ").append(setting));
        run(
                "pg_ctl",
                "start",
                "-w",
                "-t",
                String.valueOf(STARTUP_SECONDS),
                "-D",
                data.toString(),
                "-l",
                folder.log().toString(),
                "-o",
                options.toString());
    }

    private void run(String program, String... arguments) {
        try {
            if (!succeeds(program, List.of(arguments))) {
                throw new BackendFailure(
                        "PostgreSQL's %s failed. Its log ends with:%n%s".formatted(program, folder.endOfLog()));
            }
        } catch (IOException e) {
            throw new BackendFailure("PostgreSQL's %s cannot be run: %s".formatted(program, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendFailure("Interrupted while PostgreSQL's %s ran.".formatted(program), e);
        }
    }

    private boolean succeeds(String program, List<String> arguments) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(programs.command(program, arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        var process = builder.start();
        var ended = process.waitFor(2 * STARTUP_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        return ended && process.exitValue() == 0;
    }
}
