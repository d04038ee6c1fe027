package dev.kubechat.app;

import dev.kubechat.execute.change.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that an operator copies out of a container onto their own machine, where they said. */
final class LocalFile {

    private LocalFile() {}

    /** As kubectl does: folders on the way are made, and what is there already is overwritten. Empty if it is written, else why not. */
    static String write(StepResult.Copied copied) {
        try {
            var path = Path.of(copied.to());
            if (Files.isDirectory(path)) {
                return "open %s: is a directory".formatted(path);
            }
            var folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            var content = copied.content().duplicate();
            var bytes = new byte[content.remaining()];
            content.get(bytes);
            Files.write(path, bytes);
            return "";
        } catch (InvalidPathException | IOException unwritable) {
            return "%s cannot be written: %s".formatted(copied.to(), unwritable.getMessage());
        }
    }
}
