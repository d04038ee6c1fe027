package dev.kubechat.risk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads rules from YAML, and refuses what it does not know: a slip of the pen must not make a rule that never fits. */
final class RulesFile {

    private static final Set<String> SECTIONS =
            Set.of("version", "base", "also", "raise", "programs");

    private static final Set<String> NOT_CONDITIONS = Set.of("verb", "changes", "level", "reason");

    private RulesFile() {}

    static Rules builtIn() {
        try (InputStream stream =
                Objects.requireNonNull(RulesFile.class.getResourceAsStream("rules.yaml"))) {
            return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Rules read(String yaml) {
        Map<?, ?> file = map(parsed(yaml), "The file");
        file.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !SECTIONS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidRules(
                            "%s is no section; there are base, also, raise and programs."
                                    .formatted(name));
                });
        if (!Objects.equals(file.get("version"), 1)) {
            throw new InvalidRules(
                    "These rules are of version %s, and this KubeChat reads version 1."
                            .formatted(file.get("version")));
        }
        return new Rules(
                rules(file.get("base"), null),
                rules(file.get("also"), null),
                rules(file.get("raise"), Level.DANGEROUS),
                ProgramsFile.read(map(file.get("programs"), "programs")));
    }

    private static @Nullable Object parsed(String yaml) {
        try {
            return new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build())
                    .loadFromString(yaml);
        } catch (YamlEngineException wrong) {
            throw new InvalidRules("This is no YAML: %s".formatted(wrong.getMessage()));
        }
    }

    private static List<Rule> rules(@Nullable Object section, @Nullable Level usual) {
        if (!(section instanceof List<?> list)) {
            throw new InvalidRules("base, also and raise are lists of rules.");
        }
        return list.stream().map(one -> rule(map(one, "A rule"), usual)).toList();
    }

    private static Rule rule(Map<?, ?> fields, @Nullable Level usual) {
        if (!(fields.get("reason") instanceof String reason) || reason.isBlank()) {
            throw new InvalidRules("The rule %s has no reason.".formatted(fields));
        }
        Object level = fields.get("level");
        if ((level == null) == (usual == null)) {
            throw new InvalidRules(
                    "The rule \"%s\" has no level, or one where it is given by its section."
                            .formatted(reason));
        }
        return new Rule(
                verbs(fields),
                fields.containsKey("changes")
                        ? Vocabulary.choice("changes", fields.get("changes"))
                        : null,
                fields.containsKey("manifest")
                        && !Map.of("readable", true).equals(fields.get("manifest")),
                conditions(fields),
                usual != null
                        ? usual
                        : Vocabulary.choice(Level.class, "level", String.valueOf(level)),
                Reason.of(reason));
    }

    private static Set<String> verbs(Map<?, ?> fields) {
        Object verbs = fields.get("verb");
        if (verbs == null) {
            return Set.of();
        }
        // an empty list would mean all verbs
        return Vocabulary.some(Set.copyOf(Vocabulary.strings(verbs)));
    }

    private static List<Predicate<Facts>> conditions(Map<?, ?> fields) {
        var conditions = new ArrayList<Predicate<Facts>>();
        fields.forEach((name, value) -> {
            if (!NOT_CONDITIONS.contains(String.valueOf(name))) {
                conditions.add(
                        Vocabulary.condition(String.valueOf(name), Objects.requireNonNull(value)));
            }
        });
        return conditions;
    }

    static Map<?, ?> map(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new InvalidRules("%s is not made of names and values.".formatted(what));
    }
}
