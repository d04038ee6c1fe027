package dev.kubechat.execute;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Takes out the values of Secrets and what looks like a credential, before anything formats, stores or shows it (P9). It goes by
 * names and shapes, so a password that a program calls "x" and prints is not found.
 */
final class Masking {

    static final String HIDDEN = "(hidden)";

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private static final String WORDS =
            "pass(?:word|wd|phrase)?|pwd|token|secret|credentials?"
                + "|api[-_.]?key|access[-_.]?key|private[-_.]?key|secret[-_.]?key|encryption[-_.]?key|signing[-_.]?key|auth[-_.]?key";

    // "vault-token:1.2" gives no token away
    private static final Set<String> PLAIN = Set.of("image", "imageID", "containerID");

    // a name ends in such a word, or nearly: "secretName" and "tokenExpirationSeconds" name no
    // credential
    private static final Pattern NAME =
            Pattern.compile("(?i).*(?:" + WORDS + ")(?:[-_.]?(?:base64|b64|\\d+))?");
    private static final Pattern VARIABLE = Pattern.compile("(?i).*(?:" + WORDS + "|key).*");

    // a name begins where no other does and has a bounded length, so that long lines are read in
    // linear time
    private static final Pattern ASSIGNED =
            Pattern.compile(
                    "(?i)(?<![\\w.-])(?<name>[\\w.-]{0,60}?(?:"
                            + WORDS
                            + ")[\\w.-]{0,20}[\"']?\\s?[=:]\\s?|--?[\\w.-]{0,60}?(?:"
                            + WORDS
                            + ")[\\w.-]{0,20}\\s)(?<quote>[\"']?)(?<value>[^\\s\"',;&}]{1,4096})");

    private static final List<Map.Entry<Pattern, String>> SHAPES =
            List.of(
                    shape(
                            "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\\s\\S]*?(?:-----END"
                                    + " [A-Z ]{0,30}PRIVATE KEY-----|\\z)",
                            HIDDEN),
                    shape("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}", "$1 " + HIDDEN),
                    shape("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*", HIDDEN),
                    shape("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", HIDDEN),
                    shape(
                            "\\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\\w{20,}|glpat-[\\w-]{16,}|xox[abposr]-[\\w-]{10,}|sk-[\\w-]{20,})",
                            HIDDEN),
                    shape("(\\w{2,20}://[^\\s/:@]{0,200}):[^\\s/@]{1,200}@", "$1:" + HIDDEN + "@"));

    private Masking() {}

    private static Map.Entry<Pattern, String> shape(String pattern, String instead) {
        return Map.entry(Pattern.compile(pattern), instead);
    }

    /** For what a program wrote, or a server said: names with values, and shapes. */
    static String text(String text) {
        return ASSIGNED.matcher(shapes(text)).replaceAll(Masking::assigned);
    }

    private static String assigned(java.util.regex.MatchResult found) {
        return found.group("value").startsWith(HIDDEN.substring(0, 4))
                ? Matcher.quoteReplacement(found.group())
                : Matcher.quoteReplacement(found.group("name") + found.group("quote") + HIDDEN);
    }

    /** For text that was made of masked objects: only what has the shape of a credential. */
    static String shapes(String text) {
        var masked = text;
        for (var shape : SHAPES) {
            masked = shape.getKey().matcher(masked).replaceAll(shape.getValue());
        }
        return masked;
    }

    /** A copy of an object or list without credentials. */
    static JsonNode object(JsonNode object) {
        var copy = object.deepCopy();
        mask(copy);
        return copy;
    }

    private static void mask(JsonNode node) {
        if (node instanceof ObjectNode fields) {
            if (fields.path("kind").asString("").equals("Secret") && isWhole(fields)) {
                hideValues(fields.path("data"));
                hideValues(fields.path("stringData"));
            }
            hideVariable(fields);
            fields.propertyNames().stream().toList().forEach(name -> maskField(fields, name));
        } else if (node instanceof ArrayNode items) {
            for (var i = 0; i < items.size(); i++) {
                items.set(i, masked(items.get(i)));
            }
        }
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
                && VARIABLE.matcher(fields.path("name").asString("")).matches()) {
            fields.put("value", HIDDEN);
        }
    }

    private static void maskField(ObjectNode fields, String name) {
        var value = fields.get(name);
        if (name.equals(LAST_APPLIED)) {
            fields.put(name, applied(value.asString("")));
        } else if (value.isString() && NAME.matcher(name).matches()) {
            fields.put(name, HIDDEN);
        } else if (!PLAIN.contains(name)) {
            fields.set(name, masked(value));
        }
    }

    private static JsonNode masked(JsonNode value) {
        if (value.isString()) {
            return StringNode.valueOf(text(value.asString()));
        }
        mask(value);
        return value;
    }

    private static String applied(String json) {
        try {
            var masked = Reply.JSON.writeValueAsString(object(Reply.JSON.readTree(json)));
            return isWrittenAs(masked, json) ? json : masked + "\n";
        } catch (JacksonException noJson) {
            return HIDDEN;
        }
    }

    // kubectl writes three letters as escapes; what differs in anything else is not left as it was
    private static boolean isWrittenAs(String masked, String json) {
        return json.strip()
                .replace("\\u003c", "<")
                .replace("\\u003e", ">")
                .replace("\\u0026", "&")
                .equals(masked);
    }
}
