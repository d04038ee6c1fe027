package dev.kubechat.app.replica;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that names the arrow at which the next replica that gets there dies; it springs once, whoever gets there first. */
final class Trap {

    private final Path file;

    Trap(Path file) {
        this.file = file;
    }

    void set(Arrow arrow) {
        try {
            Files.writeString(file, arrow.name());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    boolean isSet() {
        return Files.exists(file);
    }

    /** Whether the caller has to die here. */
    boolean springs(Arrow arrow) {
        try {
            if (!Files.exists(file) || !Files.readString(file).equals(arrow.name())) {
                return false;
            }
            Files.delete(file);
            return true;
        } catch (NoSuchFileException another) {
            return false;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
