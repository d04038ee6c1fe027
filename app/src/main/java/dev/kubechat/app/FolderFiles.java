package dev.kubechat.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kubechat.execute.api.AttachedFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The files that a command at a terminal may read: those of one folder and the folders in it. */
final class FolderFiles implements AttachedFiles {

    private static final long LONGEST = 1024 * 1024;

    private final Path folder;

    FolderFiles(Path folder) {
        this.folder = folder;
    }

    /** Nothing of what lies elsewhere, by way of links either, nor of what is longer than 1 MiB. */
    @Override
    public Optional<byte[]> bytes(String name) {
        try {
            var inside = folder.toRealPath();
            var file = inside.resolve(name).toRealPath();
            return file.startsWith(inside)
                            && Files.isRegularFile(file)
                            && Files.size(file) <= LONGEST
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException | InvalidPathException none) {
            return Optional.empty();
        }
    }

    /** The same, and nothing of what is no text. */
    @Override
    public Optional<String> content(String name) {
        return bytes(name).flatMap(FolderFiles::text);
    }

    private static Optional<String> text(byte[] content) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}
