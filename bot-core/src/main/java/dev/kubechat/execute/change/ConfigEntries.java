package dev.kubechat.execute.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kubechat.execute.api.AttachedFiles;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.KeyedFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a new config map or secret holds, out of flags and files, with kubectl's rules about keys. */
final class ConfigEntries {

    private final AttachedFiles files;
    private final @Nullable String configMap;
    private final SortedMap<String, byte[]> values = new TreeMap<>();

    private ConfigEntries(AttachedFiles files, @Nullable String configMap) {
        this.files = files;
        this.configMap = configMap;
    }

    static ConfigEntries ofConfigMap(String name, AttachedFiles files) {
        return new ConfigEntries(files, name);
    }

    static ConfigEntries ofSecret(AttachedFiles files) {
        return new ConfigEntries(files, null);
    }

    /** @throws No if a key is taken already */
    void literals(Map<String, String> literals) {
        literals.forEach((key, value) -> add(key, value.getBytes(UTF_8)));
    }

    /** One entry each. @throws No if a file is missing, or its key will not do */
    void files(List<KeyedFile> keyed) {
        for (var one : keyed) {
            var file = one.file();
            var key = one.key() == null ? file.substring(file.lastIndexOf('/') + 1) : one.key();
            add(key, reading(file));
        }
    }

    /** One entry for each line. @throws No if a file is missing, or a line holds no variable */
    void variables(List<String> names) {
        names.forEach(name ->
                VariableFile.of(name, reading(name))
                        .forEach(one -> add(one.key(), one.value().getBytes(UTF_8))));
    }

    private byte[] reading(String file) {
        return files.bytes(file)
                .orElseThrow(() ->
                        missing(
                                file,
                                "error reading %s: no such file or directory".formatted(file)));
    }

    /** @param words what kubectl says of it */
    static No missing(String file, String words) {
        return new No(
                "There is no file called %s here. Attach it to the message, or put it into a code block of that name."
                        .formatted(file),
                "error: " + words + "\n");
    }

    private void add(String key, byte[] value) {
        var wrong = EntryKey.wrong(key);
        if (!wrong.isEmpty()) {
            throw new No(
                    "%s will not do as a key: letters, digits, dashes, underscores and dots make one. Name another, like --from-file=KEY=FILE."
                            .formatted(EntryKey.quoted(key)),
                    "error: "
                            + (configMap == null
                                    ? "%s is not valid key name for a Secret %s"
                                            .formatted(
                                                    EntryKey.quoted(key), String.join(";", wrong))
                                    : "%s is not a valid key name for a ConfigMap: %s"
                                            .formatted(
                                                    EntryKey.quoted(key), String.join(",", wrong)))
                            + "\n");
        }
        var there = values.putIfAbsent(key, value);
        if (there != null) {
            throw No.saying(
                    configMap == null
                            ? "cannot add key %s, another key by that name already exists"
                                    .formatted(key)
                            : "cannot add key \"%s\", another key by that name already exists in %s for ConfigMap \"%s\""
                                    .formatted(
                                            key,
                                            text(there).isPresent() ? "Data" : "BinaryData",
                                            configMap));
        }
    }

    /** What is text. */
    SortedMap<String, String> texts() {
        var texts = new TreeMap<String, String>();
        values.forEach((key, value) -> text(value).ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    /** What is no text, in base64. */
    SortedMap<String, String> binaries() {
        var binaries = new TreeMap<>(encoded());
        binaries.keySet().removeAll(texts().keySet());
        return binaries;
    }

    /** All of it, in base64. */
    SortedMap<String, String> encoded() {
        var encoded = new TreeMap<String, String>();
        values.forEach((key, value) -> encoded.put(key, Base64.getEncoder().encodeToString(value)));
        return encoded;
    }

    static Optional<String> text(byte[] value) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }
}
