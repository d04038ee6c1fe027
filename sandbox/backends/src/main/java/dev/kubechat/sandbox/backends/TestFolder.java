package dev.kubechat.sandbox.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder for the servers of one test JVM, deleted when that ends. Whoever comes first after a JVM that was killed stops
 * the servers it left and deletes its folder.
 */
final class TestFolder {
    private TestFolder() {}

    /** Where unpacked programs are kept from one test run to the next. */
    static Path cache() {
        var home = Path.of(System.getProperty("user.home"), ".cache").toString();
        var parent =
                Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                        .filter(name -> !name.isBlank());
        return Path.of(parent.orElse(home), "kubechat-tests");
    }

    static Path create() {
        try (var _ = FolderLock.await(cache())) {
            var runs = Files.createDirectories(cache().resolve("runs"));
            for (var run : children(runs)) {
                sweep(run);
            }
            var folder = Files.createTempDirectory(runs, "");
            var lock = FolderLock.attempt(folder).orElseThrow();
            AtExit.stop(() -> delete(folder, lock));
            return folder;
        } catch (IOException e) {
            throw new BackendFailure("No folder for test servers: " + e.getMessage(), e);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.toList();
        }
    }

    private static void sweep(Path run) throws IOException {
        var lock = FolderLock.attempt(run);
        if (lock.isPresent()) {
            PostgresServer.stopLeftover(run.resolve("postgres"));
            RedisServer.stopLeftover(run.resolve("redis"));
            delete(run, lock.get());
        }
    }

    private static void delete(Path folder, FolderLock lock) {
        try (lock) {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new BackendFailure(
                    "%s could not be deleted: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
