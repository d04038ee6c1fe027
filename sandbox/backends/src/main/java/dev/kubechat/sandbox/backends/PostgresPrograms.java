package dev.kubechat.sandbox.backends;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once from the artifact that fits this machine. */
record PostgresPrograms(Path folder) {
    private static final int PATIENCE_SECONDS = 120;

    /** Any number of JVMs may unpack into the same folder at the same time. */
    static PostgresPrograms unpackedIn(Path parent) throws IOException {
        var archive = archive();
        var folder = parent.resolve("postgresql-" + digest(archive));
        if (Files.notExists(folder)) {
            Files.createDirectories(parent);
            var draft = Files.createTempDirectory(parent, "unpacking");
            unpack(archive, draft);
            publish(draft, folder);
        }
        return new PostgresPrograms(folder);
    }

    /**
     * Runs one of them to its end; what it says goes into the log of the folder.
     * @throws BackendFailure if it fails, with the end of that log
     */
    void run(String program, List<String> arguments, ServerFolder server) throws IOException {
        var builder =
                new ProcessBuilder(command(program, arguments))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(server.log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        if (!succeeds(builder.start())) {
            throw new BackendFailure(
                    "PostgreSQL's %s failed. Its log ends with:%n%s"
                            .formatted(program, server.endOfLog()));
        }
    }

    private static boolean succeeds(Process process) {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    /** PostgreSQL refuses root: there it runs in a user namespace of its own, which still sees root's files as its own. */
    private List<String> command(String program, List<String> arguments) {
        var words = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(folder.resolve("bin").resolve(program).toString());
        words.addAll(arguments);
        return words;
    }

    private static byte[] archive() throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        var machine =
                System.getProperty("os.arch").equals("amd64")
                        ? "x86_64"
                        : System.getProperty("os.arch");
        try (var stream = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            return stream.readAllBytes();
        }
    }

    private static String digest(byte[] archive) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                unpack(tar, entry, folder.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target,
                    PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** Who comes second finds the folder there, and leaves it. */
    private static void publish(Path draft, Path folder) throws IOException {
        try {
            Files.move(draft, folder, ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.notExists(folder)) {
                throw e;
            }
            Folders.delete(draft);
        }
    }
}
