package dev.kubechat.app.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Files of configuration, where {@code serve} looks for them: in the folder, in its {@code config}, and where it is told to. */
final class SettingsFiles {

    private static final int LONGEST = 1024 * 1024;
    private static final String ONE_PROFILE = "spring.config.activate.";
    private static final List<String> NAMES =
            List.of("application.properties", "application.yml", "application.yaml");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> read = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private SettingsFiles() {}

    /**
     * @param folder that the process runs in
     * @param additional a list as of {@code spring.config.additional-location}; empty for none
     */
    static SettingsFiles in(Path folder, String additional) {
        var files = new SettingsFiles();
        files.folder(folder);
        files.folder(folder.resolve("config"));
        Stream.of(additional.split("[,;]", -1))
                .map(String::strip)
                .filter(location -> !location.isEmpty())
                .forEach(location -> files.location(folder, location));
        return files;
    }

    Map<String, String> values() {
        return values;
    }

    List<String> read() {
        return read;
    }

    List<String> problems() {
        return problems;
    }

    private void location(Path folder, String location) {
        boolean optional = location.startsWith("optional:");
        String bare = optional ? location.substring("optional:".length()) : location;
        String name = bare.startsWith("file:") ? bare.substring("file:".length()) : bare;
        try {
            Path path = folder.resolve(name);
            if (Files.isDirectory(path)) {
                folder(path);
            } else if (Files.exists(path)) {
                file(path);
            } else if (!optional) {
                problems.add("%s is not there.".formatted(name));
            }
        } catch (InvalidPathException strange) {
            problems.add("%s is no path.".formatted(name));
        }
    }

    private void folder(Path folder) {
        NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).forEach(this::file);
    }

    private void file(Path file) {
        try {
            String text = text(file);
            if (file.toString().endsWith(".properties")) {
                properties(text);
            } else {
                yaml(text);
            }
            read.add(file.toString());
        } catch (IOException | IllegalArgumentException | YamlEngineException broken) {
            // the message may quote a password
            problems.add(
                    "%s cannot be read: check that it may be, and that it is plain YAML or properties in UTF-8."
                            .formatted(file));
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IOException("larger than 1 MiB");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
    }

    private void properties(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        properties
                .stringPropertyNames()
                .forEach(name -> values.put(name, properties.getProperty(name)));
    }

    private void yaml(String text) {
        var settings = LoadSettings.builder().setMaxAliasesForCollections(10).build();
        for (Object document : new Load(settings).loadAllFromString(text)) {
            var flat = new LinkedHashMap<String, String>();
            flatten("", document, flat);
            if (flat.keySet().stream().noneMatch(name -> name.startsWith(ONE_PROFILE))) {
                values.putAll(flat);
            }
        }
    }

    private static void flatten(String name, @Nullable Object value, Map<String, String> flat) {
        switch (value) {
            case null -> {}
            case Map<?, ?> map ->
                    map.forEach((key, below) ->
                            flatten(
                                    name.isEmpty() ? String.valueOf(key) : name + "." + key,
                                    below,
                                    flat));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    flatten(name + "." + i, list.get(i), flat);
                }
            }
            default -> flat.put(name, String.valueOf(value));
        }
    }
}
