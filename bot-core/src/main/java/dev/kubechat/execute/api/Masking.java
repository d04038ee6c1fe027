package dev.kubechat.execute.api;

import dev.kubechat.kubectl.Format;
import dev.kubechat.kubectl.KubectlCommand.Get;
import dev.kubechat.kubectl.Selection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Takes out the values of Secrets and what looks like a credential, before anything formats, stores or shows it (P9). It goes by
 * names and shapes, so a password that a program calls "x" and prints is not found.
 */
public final class Masking {

    static final String HIDDEN = "(hidden)";

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    // "vault-token:1.2" gives no token away, and what a schema says of a password is none
    private static final Set<String> PLAIN =
            Set.of("image", "imageID", "containerID", "description", "kind", "apiVersion", "uid");

    private static final Masking ALL = new Masking(null);

    private final @Nullable String shownSecret;

    private Masking(@Nullable String shownSecret) {
        this.shownSecret = shownSecret;
    }

    /** What to hide from whoever asked for this. */
    public static Masking of(Get get, SecretValues values) {
        return values == SecretValues.AS_NAMED && takesApart(get.format().kind())
                ? new Masking(secret(get.selection()))
                : ALL;
    }

    private static boolean takesApart(Format.Kind kind) {
        return switch (kind) {
            case JSONPATH, JSONPATH_AS_JSON, GO_TEMPLATE, CUSTOM_COLUMNS -> true;
            case TABLE, WIDE, NAME, YAML, JSON, KYAML -> false;
        };
    }

    private static @Nullable String secret(Selection selection) {
        return selection instanceof Selection.Named(var names)
                        && names.size() == 1
                        && names.getFirst().type().is("secrets", "")
                ? names.getFirst().name()
                : null;
    }

    /** For what a program wrote, or a server said: names with values, and shapes. */
    public static String text(String text) {
        return Credentials.hiddenInText(text);
    }

    /** For text that was made of masked objects: only what has the shape of a credential. */
    public static String shapes(String text) {
        return Credentials.hiddenByShape(text);
    }

    /** A copy of an object or list without credentials. */
    public static JsonNode object(JsonNode object) {
        return ALL.of(object);
    }

    /** A copy of an object or list without credentials, but for what may be shown. */
    public JsonNode of(JsonNode object) {
        var copy = object.deepCopy();
        mask(copy);
        return copy;
    }

    private void mask(JsonNode node) {
        if (node instanceof ObjectNode fields) {
            var shown = false;
            if (fields.path("kind").asString("").equals("Secret") && isWhole(fields)) {
                shown = isShown(fields);
                if (!shown) {
                    hideValues(fields.path("data"));
                    hideValues(fields.path("stringData"));
                }
            }
            hideVariable(fields);
            for (var name : fields.propertyNames().stream().toList()) {
                if (!shown || !name.equals("data")) {
                    maskField(fields, name);
                }
            }
        } else if (node instanceof ArrayNode items) {
            mask(items);
        }
    }

    private void mask(ArrayNode items) {
        var announced = false;
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var word = item.asString("");
            var hides = announced && !word.startsWith("-") && !Credentials.isHarmless(word);
            announced = item.isString() && Credentials.isFlag(word);
            items.set(i, hides ? StringNode.valueOf(HIDDEN) : masked(item));
        }
    }

    private boolean isShown(ObjectNode secret) {
        return shownSecret != null
                && secret.path("metadata").path("name").asString("").equals(shownSecret);
    }

    private static boolean isWhole(ObjectNode fields) {
        return fields.has("data") || fields.has("stringData") || fields.has("metadata");
    }

    private static void hideValues(JsonNode data) {
        if (data instanceof ObjectNode values) {
            values.propertyNames().stream().toList().forEach(name -> values.put(name, HIDDEN));
        }
    }

    // {name: DB_PASSWORD, value: …}, as in a container's env
    private static void hideVariable(ObjectNode fields) {
        if (fields.path("value").isString()
                && Credentials.isVariable(
                        fields.path("name").asString(""), fields.path("value").asString())) {
            fields.put("value", HIDDEN);
        }
    }

    private void maskField(ObjectNode fields, String name) {
        var value = fields.get(name);
        if (name.equals(LAST_APPLIED)) {
            fields.put(name, applied(value.asString("")));
        } else if (value.isString() && Credentials.isField(name, value.asString())) {
            fields.put(name, HIDDEN);
        } else if (!value.isString() || !PLAIN.contains(name)) {
            fields.set(name, masked(value));
        } else {
            fields.put(name, shapes(value.asString()));
        }
    }

    private JsonNode masked(JsonNode value) {
        if (value.isString()) {
            return StringNode.valueOf(text(value.asString()));
        }
        mask(value);
        return value;
    }

    // of two fields of one name a reader sees one, and the other would go through unseen
    private static final JsonMapper STRICT =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    // as it was where there is nothing to hide, for a reader may write JSON in another way
    private static String applied(String json) {
        try {
            var whole = STRICT.readTree(json);
            var masked = object(whole);
            return masked.equals(whole) ? json : Reply.JSON.writeValueAsString(masked) + "\n";
        } catch (JacksonException noJson) {
            return HIDDEN;
        }
    }
}
