package dev.kubechat.kubectl;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How what was changed is told: in kubectl's own words, or the object in a format.
 *
 * @param format like name, yaml or jsonpath; empty for kubectl's own words
 * @param template what a template format is filled with, as typed, or the name of its file; empty for the other formats
 */
public record ChangeOutput(String format, String template) {

    private static final ChangeOutput WORDS = new ChangeOutput("", "");
    private static final Set<String> PLAIN = Set.of("json", "yaml", "kyaml", "name");
    private static final List<String> TEMPLATES =
            List.of(
                    "go-template",
                    "go-template-file",
                    "template",
                    "templatefile",
                    "jsonpath",
                    "jsonpath-as-json",
                    "jsonpath-file");

    /** As kubectl tells it when nothing is said. */
    public static ChangeOutput words() {
        return WORDS;
    }

    /** @throws Unreadable if kubectl could not print a change like that */
    static ChangeOutput of(Said said) {
        String typed = said.text("output");
        String template = said.text("template");
        if (typed == null) {
            return template == null ? WORDS : new ChangeOutput("go-template", template);
        }
        String plain = typed.toLowerCase(Locale.ROOT);
        if (PLAIN.contains(plain)) {
            return new ChangeOutput(plain, "");
        }
        return template == null ? filled(typed) : with(typed, template);
    }

    private static ChangeOutput with(String format, String template) {
        if (!TEMPLATES.contains(format)) {
            throw unknown(format);
        }
        return new ChangeOutput(format, template);
    }

    private static ChangeOutput filled(String typed) {
        int equals = typed.indexOf('=');
        String format = equals < 0 ? typed : typed.substring(0, equals);
        if (!TEMPLATES.contains(format)) {
            throw unknown(format);
        }
        if (equals < 0 || equals == typed.length() - 1) {
            throw new Unreadable(
                    "-o %s needs its template behind it, like -o jsonpath={.metadata.name}."
                            .formatted(format));
        }
        return new ChangeOutput(format, typed.substring(equals + 1));
    }

    private static Unreadable unknown(String format) {
        return new Unreadable(
                "A change is not shown as %s: name, yaml, json, jsonpath=… and go-template=… are the formats for -o."
                        .formatted(Shown.quoted(format)));
    }

    /** What stands behind {@code --output=}; null for nothing. */
    @Nullable String typed() {
        if (format.isEmpty()) {
            return null;
        }
        return template.isEmpty() ? format : format + "=" + template;
    }
}
