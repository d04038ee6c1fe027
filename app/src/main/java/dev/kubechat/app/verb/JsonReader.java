package dev.kubechat.app.verb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads one document. Recursion ends where the parser's own limit of nesting does. */
final class JsonReader {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final String text;
    private final boolean lastOfTwins;

    JsonReader(String text, boolean lastOfTwins) {
        this.text = text;
        this.lastOfTwins = lastOfTwins;
    }

    Json document() {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            Json value = value(json, json.nextToken());
            if (json.nextToken() != null) {
                throw new Json.NotJson("Behind the JSON there is more on the line.");
            }
            return value;
        } catch (JacksonException broken) {
            throw new Json.NotJson(sentence(broken.getLocation()));
        }
    }

    private static String sentence(@Nullable TokenStreamLocation where) {
        return where == null
                ? "This is no JSON that can be read: it is nested too deep, or a number in it is"
                        + " too long."
                : "This is no JSON: something is wrong at character %d."
                        .formatted(where.getCharOffset() + 1);
    }

    private Json value(JsonParser json, @Nullable JsonToken token) {
        return switch (token) {
            case null -> throw new Json.NotJson("There is no JSON here.");
            case VALUE_STRING -> new Json.Text(json.getString());
            case VALUE_NUMBER_INT -> new Json.Numeral(json.getString(), true);
            case VALUE_NUMBER_FLOAT -> new Json.Numeral(json.getString(), false);
            case VALUE_TRUE -> new Json.Truth(true);
            case VALUE_FALSE -> new Json.Truth(false);
            case VALUE_NULL -> new Json.Nothing();
            case START_ARRAY -> array(json);
            case START_OBJECT -> members(json);
            default -> throw new Json.NotJson("This is no JSON.");
        };
    }

    private Json array(JsonParser json) {
        var values = new ArrayList<Json>();
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            values.add(value(json, token));
        }
        return new Json.Array(values);
    }

    private Json members(JsonParser json) {
        var members = new LinkedHashMap<String, Json>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (members.put(name, value(json, json.nextToken())) != null && !lastOfTwins) {
                throw new Json.NotJson("The line says twice what \"%s\" is.".formatted(name));
            }
        }
        return new Json.Members(members);
    }
}
