package dev.kubechat.sandbox.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A server that runs apart from this JVM and is known by the pid it wrote into a file. A pid is given to another process
 * sooner or later, so the file alone proves nothing: {@code meant} has to recognise the process.
 */
record Daemon(Path pidFile, Predicate<ProcessHandle.Info> meant) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    boolean runs() throws IOException {
        return find().isPresent();
    }

    /** Asks the process to end, by SIGTERM. */
    void terminate() throws IOException {
        find().ifPresent(ProcessHandle::destroy);
    }

    /** Waits for the process to end, and kills it if it does not. The pid file is gone afterwards. */
    void awaitEnd() throws IOException {
        var running = find();
        if (running.isPresent() && !ended(running.get())) {
            running.get().destroyForcibly();
            if (!ended(running.get())) {
                throw new BackendFailure(
                        "The process %d does not end.".formatted(running.get().pid()));
            }
        }
        Files.deleteIfExists(pidFile);
    }

    private Optional<ProcessHandle> find() throws IOException {
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        var first = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        return first.matches("[0-9]{1,18}")
                ? ProcessHandle.of(Long.parseLong(first)).filter(this::alive)
                : Optional.empty();
    }

    /** What has ended and was not yet reaped by its parent has lost its program and arguments, and so is not meant. */
    private boolean alive(ProcessHandle process) {
        return process.isAlive() && meant.test(process.info());
    }

    /** By looking again and again: {@code onExit} of a process that is not our child answers seconds late. */
    private boolean ended(ProcessHandle process) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (alive(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(5_000_000);
        }
        return true;
    }
}
