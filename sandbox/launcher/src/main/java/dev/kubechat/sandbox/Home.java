package dev.kubechat.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** The folder that holds all state of the sandbox. It bears a mark, and only a folder with the mark, or an empty one, is used. */
final class Home {

    private static final String MARK = ".kubechat-sandbox";

    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /** @throws IllegalStateException with a sentence, if the folder holds somebody else's files */
    static Home at(Path folder) {
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve(MARK))) {
                claim(folder);
            }
            return new Home(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "%s cannot be used: %s".formatted(folder, broken.getMessage()), broken);
        }
    }

    private static void claim(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new IllegalStateException(
                        "%s is not empty and not KubeChat's: set KUBECHAT_HOME to another folder."
                                .formatted(folder));
            }
        }
        Files.writeString(
                folder.resolve(MARK),
                "State of ./kubechat up. May be deleted while it does not run.\n");
    }

    /** Removes everything but the mark. */
    void empty() {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(folder) && !file.equals(folder.resolve(MARK)))
                    .forEach(Home::delete);
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "%s cannot be emptied: %s".formatted(folder, broken.getMessage()), broken);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "%s cannot be deleted: %s".formatted(file, broken.getMessage()), broken);
        }
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** Writes a file that only its owner may read. */
    Path secret(String name, String text) {
        var file = folder.resolve(name);
        try {
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "%s cannot be written: %s".formatted(file, broken.getMessage()), broken);
        }
    }
}
