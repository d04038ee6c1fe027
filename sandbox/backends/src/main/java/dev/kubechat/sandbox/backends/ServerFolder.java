package dev.kubechat.sandbox.backends;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** Where one server keeps its data, its log and its password; used by one JVM at a time. */
final class ServerFolder {
    private static final int LOG_LINES_TOLD = 8;

    private final Path path;

    private ServerFolder(Path path) {
        this.path = path;
    }

    /** The folder is made where it is missing, readable by its owner only. */
    static ServerFolder at(Path path) {
        try {
            Files.createDirectories(path, asFileAttribute(fromString("rwx------")));
            return new ServerFolder(path.toRealPath());
        } catch (IOException e) {
            throw new BackendFailure(
                    "The folder %s cannot be used: %s".formatted(path, e.getMessage()), e);
        }
    }

    Path path(String name) {
        return path.resolve(name);
    }

    Path log() {
        return path("server.log");
    }

    FolderLock lock() throws IOException {
        return FolderLock.attempt(path)
                .orElseThrow(() ->
                        new BackendFailure(
                                "Another process uses %s. Stop it first, or choose another folder."
                                        .formatted(path)));
    }

    /** A password in hex, made at the first call and the same ever after. */
    String password() throws IOException {
        var file = path("password");
        if (Files.notExists(file)) {
            var bytes = new byte[16];
            new SecureRandom().nextBytes(bytes);
            write(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }

    /** Replaces the file in one move; readable by its owner only. */
    void write(Path file, String content) throws IOException {
        var draft = Files.createTempFile(path, "draft", "");
        Files.writeString(draft, content + "\n");
        Files.move(draft, file, REPLACE_EXISTING);
    }

    String endOfLog() throws IOException {
        var lines = Files.exists(log()) ? Files.readAllLines(log()) : List.<String>of();
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_TOLD), lines.size()));
    }

    static int portOr(int wanted) throws IOException {
        if (wanted != 0) {
            return wanted;
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static void requireFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return;
        } catch (IOException e) {
            throw new BackendFailure(
                    "Port %d on 127.0.0.1 is taken by another process.".formatted(port), e);
        }
    }
}
