package dev.kubechat.sandbox.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL as a process of its own, on 127.0.0.1 only and with a password. What it stored stays in its folder. It is
 * stopped when this JVM ends; what a crash left running on the folder is stopped before it starts.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String STARTUP_SECONDS = "60";
    private static final String SETTINGS =
            "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC";
    private static final String INITDB =
            "-A scram-sha-256 -U postgres -E UTF8 --locale C --locale-provider builtin"
                    + " --builtin-locale C.UTF-8 --no-instructions";

    /** How much is done that data outlives a power cut, and how much for speed. */
    private enum Care {
        DURABLE("--sync-method=fsync", "-c max_connections=100"),
        QUICK(
                "--no-sync",
                "-c max_connections=300 -c fsync=off -c synchronous_commit=off -c"
                        + " full_page_writes=off -c scram_iterations=1");

        private final String initdb;
        private final String settings;

        Care(String initdb, String settings) {
            this.initdb = initdb;
            this.settings = settings;
        }
    }

    private final ServerFolder folder;
    private final Path data;
    private final PostgresPrograms programs;
    private final Care care;
    private final int port;
    private @Nullable FolderLock lock;

    private PostgresServer(ServerFolder folder, Path programs, int port, Care care)
            throws IOException {
        this.folder = folder;
        this.data = folder.path("data");
        this.programs = PostgresPrograms.unpackedIn(programs);
        this.port = ServerFolder.portOr(port);
        this.care = care;
    }

    /**
     * Starts it with every commit on disk.
     * @param port 0 for a free one
     * @throws BackendFailure if it did not start, or another living process uses the folder; then nothing runs
     */
    public static PostgresServer start(Path folder, int port) {
        return start(folder, folder.resolve("programs"), port);
    }

    static PostgresServer start(Path folder, Path programs, int port) {
        return started(folder, programs, port, Care.DURABLE);
    }

    /** Starts it on a free port, quick and without care for a power cut. */
    public static PostgresServer startForTests(Path folder) {
        return started(folder, TestFolder.cache(), 0, Care.QUICK);
    }

    private static PostgresServer started(Path folder, Path programs, int port, Care care) {
        try {
            var server = new PostgresServer(ServerFolder.at(folder), programs, port, care);
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
            throw new BackendFailure(
                    "The password of PostgreSQL cannot be read: " + e.getMessage(), e);
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
            ServerFolder.requireFree(port);
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
            var server =
                    new PostgresServer(ServerFolder.at(folder), TestFolder.cache(), 0, Care.QUICK);
            server.stopProcess();
        }
    }

    private void stopProcess() throws IOException {
        var daemon =
                new Daemon(
                        data.resolve("postmaster.pid"),
                        info -> arguments(info).contains(data.toString()));
        if (daemon.runs()) {
            pgCtl("stop", "-m", "fast", "-W");
        }
        daemon.awaitEnd();
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
        var arguments = new ArrayList<>(List.of(INITDB.split(" ")));
        arguments.addAll(
                List.of(
                        care.initdb,
                        "--pwfile",
                        folder.path("password").toString(),
                        "-D",
                        draft.toString()));
        programs.run("initdb", arguments, folder);
        Files.move(draft, data);
    }

    private void launch() throws IOException {
        var options = "-p %d %s %s".formatted(port, SETTINGS, care.settings);
        pgCtl("start", "-w", "-t", STARTUP_SECONDS, "-l", folder.log().toString(), "-o", options);
    }

    private void pgCtl(String... words) throws IOException {
        var arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("-D", data.toString()));
        programs.run("pg_ctl", arguments, folder);
    }
}
