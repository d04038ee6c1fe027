package dev.kubechat.kubectl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Kubernetes' own resource types, from {@code resource-types.txt}. A name two groups share means the one listed first. */
final class BuiltInTypes {

    private static final Map<String, ResourceType> BY_NAME = new HashMap<>();
    private static final Map<String, ResourceType> BY_NAME_AND_GROUP = new HashMap<>();
    private static final List<ResourceType> ALL = new ArrayList<>();

    static {
        lines().stream().filter(line -> !line.startsWith("#")).forEach(BuiltInTypes::add);
    }

    private BuiltInTypes() {}

    static Optional<ResourceType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static Optional<ResourceType> named(String name, String group) {
        return Optional.ofNullable(BY_NAME_AND_GROUP.get(name + "." + group));
    }

    static List<ResourceType> all() {
        return List.copyOf(ALL);
    }

    static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    private static void add(String line) {
        String[] columns = line.split(" ", -1);
        String group = columns[1].substring(0, columns[1].indexOf('/'));
        var type =
                new ResourceType(
                        columns[0],
                        group,
                        columns[3],
                        Boolean.parseBoolean(columns[2]),
                        true,
                        null);
        names(type, columns[4])
                .forEach(name -> {
                    BY_NAME.putIfAbsent(name, type);
                    BY_NAME_AND_GROUP.putIfAbsent(name + "." + group, type);
                });
        if (columns.length > 5) {
            ALL.add(type);
        }
    }

    private static List<String> names(ResourceType type, String shortNames) {
        var names = new ArrayList<>(List.of(type.plural(), type.kind().toLowerCase(Locale.ROOT)));
        if (!shortNames.equals("-")) {
            names.addAll(List.of(shortNames.split(",", -1)));
        }
        return names;
    }

    private static List<String> lines() {
        var stream =
                Objects.requireNonNull(
                        BuiltInTypes.class.getResourceAsStream("resource-types.txt"));
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
