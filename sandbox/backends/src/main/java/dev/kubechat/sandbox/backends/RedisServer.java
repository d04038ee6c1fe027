package dev.kubechat.sandbox.backends;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/**
 * Redis as a process of its own, on 127.0.0.1 only and with a password. It stores nothing on disk. It is stopped when this
 * JVM ends; what a crash left running on the folder is stopped before it starts.
 */
public final class RedisServer implements AutoCloseable {
    private static final Duration STARTUP = Duration.ofSeconds(20);

    private final ServerFolder folder;
    private final int port;
    private @Nullable FolderLock lock;

    private RedisServer(ServerFolder folder, int port) throws IOException {
        this.folder = folder;
        this.port = ServerFolder.portOr(port);
    }

    /**
     * Starts it empty.
     * @param port 0 for a free one
     * @throws BackendFailure if it did not start, or another living process uses the folder; then nothing runs
     */
    public static RedisServer start(Path folder, int port) {
        try {
            var server = new RedisServer(ServerFolder.at(folder), port);
            server.start();
            AtExit.stop(server::stop);
            return server;
        } catch (IOException e) {
            throw new BackendFailure("Redis did not start: " + e.getMessage(), e);
        }
    }

    public int port() {
        return port;
    }

    public Redis address() {
        try {
            return new Redis("redis://:%s@127.0.0.1:%d".formatted(folder.password(), port));
        } catch (IOException e) {
            throw new BackendFailure("The password of Redis cannot be read: " + e.getMessage(), e);
        }
    }

    /** Starts it again after {@link #stop}, empty and on the same port; does nothing while it runs. */
    public synchronized void start() {
        if (lock != null) {
            return;
        }
        try {
            lock = folder.lock();
            stopProcess();
            launch();
        } catch (IOException | RuntimeException e) {
            stop();
            throw e instanceof BackendFailure known
                    ? known
                    : new BackendFailure("Redis did not start: " + e.getMessage(), e);
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
            throw new BackendFailure("Redis did not stop: " + e.getMessage(), e);
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
            new RedisServer(ServerFolder.at(folder), 0).stopProcess();
        }
    }

    /** Redis writes over its own command line, so it is known by its program file, which lies in the folder. */
    private void stopProcess() throws IOException {
        var program = folder.path("redis-server").toString();
        var daemon =
                new Daemon(
                        folder.path("redis.pid"),
                        info -> info.command().filter(program::equals).isPresent());
        daemon.terminate();
        daemon.awaitEnd();
    }

    private void launch() throws IOException {
        ServerFolder.requireFree(port);
        var settings = folder.path("redis.conf");
        folder.write(settings, settings());
        var process =
                new ProcessBuilder(program().toString(), settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                        .start();
        if (!succeeds(process) || !answers()) {
            throw new BackendFailure(
                    "Redis did not start. Its log ends with:%n%s".formatted(folder.endOfLog()));
        }
    }

    private String settings() throws IOException {
        return String.join(
                "\n",
                List.of(
                        "bind 127.0.0.1",
                        "port " + port,
                        "requirepass " + folder.password(),
                        "daemonize yes",
                        "save \"\"",
                        "appendonly no",
                        "dir \"%s\"".formatted(folder.path("")),
                        "pidfile \"%s\"".formatted(folder.path("redis.pid")),
                        "logfile \"%s\"".formatted(folder.log())));
    }

    private Path program() throws IOException {
        var unpacked =
                ExecutableProvider.newJarResourceProvider(folder.path("").toFile()).get().toPath();
        var program = folder.path("redis-server");
        return Files.move(unpacked, program, REPLACE_EXISTING);
    }

    private static boolean succeeds(Process process) {
        try {
            return process.waitFor(STARTUP.toSeconds(), TimeUnit.SECONDS)
                    && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * The daemon forks before it listens, and says nothing when it does. It listens before it writes down its process id, without
     * which nobody could stop it.
     */
    private boolean answers() {
        var deadline = System.nanoTime() + STARTUP.toNanos();
        while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
            if (listens() && isWrittenDown()) {
                return true;
            }
            LockSupport.parkNanos(5_000_000);
        }
        return false;
    }

    private boolean listens() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean isWrittenDown() {
        try {
            return Files.size(folder.path("redis.pid")) > 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}
