package dev.kubechat.sandbox.cluster.store;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A whole cluster in one JSON file, replaced in one move, so that a crash leaves the old or the new one. */
public record StateFile(Path path) {
    private static final int FORMAT = 1;

    /** All that a cluster keeps between starts. */
    public record State(
            long revision,
            Map<String, String> tokens,
            Map<String, Collection<KubeObject>> objects) {}

    /** @throws IllegalStateException if there is a file that is not a saved cluster; it is left alone */
    public Optional<State> load() {
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        try {
            var json = JsonMapper.shared().readTree(Files.readAllBytes(path));
            if (json.path("format").asInt(0) != FORMAT) {
                throw unreadable(null);
            }
            return Optional.of(
                    new State(
                            json.path("revision").asLong(0),
                            KubeObject.textMap(json.path("tokens")),
                            objects(json.path("objects"))));
        } catch (JacksonException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After a failure the file is as it was. */
    public void save(State state) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("format", FORMAT).put("revision", state.revision());
        var tokens = json.putObject("tokens");
        state.tokens().forEach(tokens::put);
        var shelves = json.putObject("objects");
        state.objects()
                .forEach((shelf, objects) -> {
                    var array = shelves.putArray(shelf);
                    objects.forEach(object -> array.add(object.json()));
                });
        try {
            write(JsonMapper.shared().writeValueAsBytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(byte[] bytes) throws IOException {
        var folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var draft =
                Files.createTempFile(
                        folder,
                        path.getFileName().toString(),
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(draft, bytes);
            Files.move(
                    draft,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Map<String, Collection<KubeObject>> objects(JsonNode shelves) {
        var objects = new LinkedHashMap<String, Collection<KubeObject>>();
        shelves.properties()
                .forEach(shelf -> {
                    var list = new ArrayList<KubeObject>();
                    shelf.getValue().forEach(json -> list.add(new KubeObject((ObjectNode) json)));
                    objects.put(shelf.getKey(), list);
                });
        return objects;
    }

    private IllegalStateException unreadable(@org.jspecify.annotations.Nullable Throwable cause) {
        return new IllegalStateException(
                "%s is not a cluster saved by this version; move it away to start with a fresh shop"
                        .formatted(path),
                cause);
    }
}
