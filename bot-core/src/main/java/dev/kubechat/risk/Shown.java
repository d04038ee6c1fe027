package dev.kubechat.risk;

import dev.kubechat.kubectl.CommandLine;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a line's output holds the objects' own data (a secret's values) or only what a list shows of them: names, types, labels
 * and times. A template that is not understood counts as showing data.
 */
final class Shown {

    private static final Set<String> LISTS = Set.of("", "wide", "name");
    private static final String FIELD =
            "(?:\\.metadata\\.(?:name|namespace|uid|creationTimestamp|resourceVersion|labels)"
                    + "|\\.type|\\.kind|\\.apiVersion)(?![\\w.\\[])";
    private static final String ITEMS = "(?:\\.items(?:\\[\\*]|\\[\\d{1,4}])?)?";

    /** One part of a jsonpath: a text, {@code range}, {@code end}, or a harmless field. */
    private static final Pattern JSONPATH =
            Pattern.compile(
                    "[^{}]++|\\{(?:range [@$]?\\.items\\[\\*]|end|\"[^\"{}]*\"|[@$]?"
                            + ITEMS
                            + FIELD
                            + ")}");

    private static final Pattern GO_TEMPLATE =
            Pattern.compile(
                    "[^{}]++|\\{\\{-? ?(?:range \\.items|end|\"[^\"{}]*\"|" + FIELD + ") ?-?}}");
    private static final Pattern COLUMNS =
            Pattern.compile("[A-Za-z_ -]++:[@$]?" + ITEMS + FIELD + "(?:,|$)");

    private Shown() {}

    static boolean holdsData(CommandLine line) {
        List<String> templates = line.values("template");
        String output = line.flag("output");
        if (!templates.isEmpty()) {
            // -o may only say what kind of template it is
            return !fits(line.flag("template"), GO_TEMPLATE);
        }
        return output != null && !isList(output);
    }

    private static boolean isList(String output) {
        int equals = output.indexOf('=');
        if (equals < 0) {
            return LISTS.contains(output);
        }
        String template = output.substring(equals + 1);
        return switch (output.substring(0, equals)) {
            case "jsonpath" -> fits(template, JSONPATH);
            case "go-template", "template" -> fits(template, GO_TEMPLATE);
            case "custom-columns" -> fits(template, COLUMNS);
            default -> false;
        };
    }

    /** Whether the text is nothing but such parts. */
    private static boolean fits(@Nullable String text, Pattern part) {
        if (text == null || text.indexOf(part == COLUMNS ? ':' : '{') < 0) {
            return false;
        }
        Matcher parts = part.matcher(text);
        while (parts.lookingAt()) {
            if (parts.end() == text.length()) {
                return true;
            }
            parts.region(parts.end(), text.length());
        }
        return false;
    }
}
