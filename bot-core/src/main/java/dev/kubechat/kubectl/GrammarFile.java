package dev.kubechat.kubectl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads kubectl's grammar as it was printed off kubectl's own command tree: {@code {"kubectl", "commands": [{"path", "aliases",
 * "flags": [{"name", "shorthand", "type", "default", "noOptDefVal"}]}]}}. What else a newer one holds is skipped. Streamed, because a script
 * waits for its first answer.
 */
final class GrammarFile {

    private static final String NAME = "kubectl-1.36.json";

    private final JsonParser json;
    private String version = "";
    private final List<Grammar.Entry> commands = new ArrayList<>();

    private GrammarFile(JsonParser json) {
        this.json = json;
    }

    /** Read once: reading it is a third of what a script waits for. */
    static Grammar builtIn() {
        return BuiltIn.GRAMMAR;
    }

    private static final class BuiltIn {
        static final Grammar GRAMMAR = load();
    }

    private static Grammar load() {
        try (InputStream stream =
                Objects.requireNonNull(GrammarFile.class.getResourceAsStream(NAME))) {
            return read(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Grammar read(InputStream stream) {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), stream)) {
            return new GrammarFile(json).grammar();
        }
    }

    private Grammar grammar() {
        json.nextToken();
        eachField(name -> {
            switch (name) {
                case "kubectl" -> version = json.getString();
                case "commands" -> eachElement(this::command);
                default -> json.skipChildren();
            }
        });
        return new Grammar(version, commands);
    }

    private void command() {
        var path = new StringBuilder();
        var aliases = new ArrayList<String>();
        var flags = new ArrayList<Flag>();
        eachField(name -> {
            switch (name) {
                case "path" -> path.append(json.getString());
                case "aliases" -> eachElement(() -> aliases.add(json.getString()));
                case "flags" -> eachElement(() -> flags.add(flag()));
                default -> json.skipChildren();
            }
        });
        commands.add(new Grammar.Entry(path.toString(), aliases, flags));
    }

    private Flag flag() {
        Map<String, String> fields = new LinkedHashMap<>();
        eachField(name -> {
            if (json.currentToken().isScalarValue()) {
                fields.put(name, json.getString());
            } else {
                json.skipChildren();
            }
        });
        FlagType type = FlagType.of(field(fields, "type"));
        String usual = fields.getOrDefault("default", type.isSwitch() ? "false" : "");
        return new Flag(
                field(fields, "name"),
                letter(fields.get("shorthand")),
                type,
                usual,
                fields.get("noOptDefVal"));
    }

    private static String field(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name), () -> "a flag has no " + name);
    }

    private static @Nullable Character letter(@Nullable String shorthand) {
        return shorthand == null || shorthand.isEmpty() ? null : shorthand.charAt(0);
    }

    private interface Field {
        void read(String name);
    }

    private void eachField(Field field) {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            field.read(name);
        }
    }

    private void eachElement(Runnable element) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }
}
