package dev.kubechat.risk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rules' part about programs. */
final class ProgramsFile {

    private static final Set<String> LISTS =
            Set.of(
                    "wraps",
                    "destroys",
                    "destroys-words",
                    "shells",
                    "reads",
                    "reads-unless",
                    "reads-lines",
                    "reads-asks",
                    "commands",
                    "statements");

    private ProgramsFile() {}

    /** @throws InvalidRules if a list is missing, unknown or of another form */
    static Programs read(Map<?, ?> lists) {
        for (Object name : lists.keySet()) {
            if (!LISTS.contains(String.valueOf(name))) {
                throw new InvalidRules("programs knows no %s.".formatted(name));
            }
        }
        return new Programs(
                set(lists, "wraps"),
                set(lists, "destroys"),
                set(lists, "shells"),
                set(lists, "reads"),
                patterns(RulesFile.map(lists.get("reads-unless"), "reads-unless")),
                set(lists, "reads-lines"),
                byProgram(lists, "commands", ProgramsFile::commands),
                byProgram(lists, "statements", ProgramsFile::statements),
                set(lists, "reads-asks"),
                Vocabulary.pattern(String.valueOf(value(lists, "destroys-words"))));
    }

    private static Map<String, Pattern> patterns(Map<?, ?> map) {
        var patterns = new HashMap<String, Pattern>();
        map.forEach((program, pattern) ->
                patterns.put(String.valueOf(program), Vocabulary.pattern(String.valueOf(pattern))));
        return Map.copyOf(patterns);
    }

    private static <T> Map<String, T> byProgram(
            Map<?, ?> lists, String name, Function<Map<?, ?>, T> reader) {
        if (!(value(lists, name) instanceof List<?> entries)) {
            throw new InvalidRules("%s is a list.".formatted(name));
        }
        var known = new HashMap<String, T>();
        for (Object one : entries) {
            Map<?, ?> entry = RulesFile.map(one, "An entry of " + name);
            T read = reader.apply(entry);
            Vocabulary.strings(value(entry, "programs"))
                    .forEach(program -> known.put(program, read));
        }
        return Map.copyOf(known);
    }

    private static Programs.Commands commands(Map<?, ?> entry) {
        return new Programs.Commands(
                optional(entry, "reads"),
                optional(entry, "flags"),
                optional(entry, "valued"),
                optional(entry, "never"));
    }

    private static Programs.Statements statements(Map<?, ?> entry) {
        return new Programs.Statements(
                set(entry, "text"),
                optional(entry, "flags"),
                Vocabulary.pattern(String.valueOf(value(entry, "never"))),
                Vocabulary.pattern(String.valueOf(value(entry, "reads"))));
    }

    private static Set<String> optional(Map<?, ?> lists, String name) {
        return lists.containsKey(name) ? set(lists, name) : Set.of();
    }

    private static Set<String> set(Map<?, ?> lists, String name) {
        return Set.copyOf(Vocabulary.strings(value(lists, name)));
    }

    private static Object value(Map<?, ?> lists, String name) {
        @Nullable Object value = lists.get(name);
        if (value == null) {
            throw new InvalidRules("programs has no %s.".formatted(name));
        }
        return value;
    }
}
