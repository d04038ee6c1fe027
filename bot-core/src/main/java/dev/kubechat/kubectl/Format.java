package dev.kubechat.kubectl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code get} prints.
 *
 * @param template the JSONPath, the Go template or the columns; empty for what takes none
 * @param allowsMissing whether a template says nothing about a field that is not there, as it usually does
 * @param managedFields whether {@code --show-managed-fields} was written, which matters to JSON and YAML
 */
public record Format(Kind kind, String template, boolean allowsMissing, boolean managedFields) {

    /** The formats that are made here; those that read a file are not. */
    public enum Kind {
        TABLE(false),
        WIDE(false),
        NAME(false),
        YAML(false),
        JSON(false),
        KYAML(false),
        JSONPATH(true),
        JSONPATH_AS_JSON(true),
        CUSTOM_COLUMNS(true),
        GO_TEMPLATE(true);

        private final boolean template;

        Kind(boolean template) {
            this.template = template;
        }

        public boolean takesTemplate() {
            return template;
        }

        String typed() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Those without a template, but for {@code wide} in any case. */
        static Optional<Kind> of(String typed) {
            if (typed.isEmpty()) {
                return Optional.of(TABLE);
            }
            return Arrays.stream(values())
                    .filter(kind -> kind != TABLE && !kind.template)
                    .filter(kind ->
                            kind == WIDE
                                    ? typed.equals("wide")
                                    : kind.typed().equalsIgnoreCase(typed))
                    .findFirst();
        }

        static Optional<Kind> ofTemplate(String typed) {
            if (typed.equals("template")) {
                return Optional.of(GO_TEMPLATE);
            }
            return Arrays.stream(values())
                    .filter(kind -> kind.template && kind.typed().equals(typed))
                    .findFirst();
        }
    }

    public Format {
        if (kind.takesTemplate() == template.isEmpty()) {
            throw new IllegalArgumentException("%s with template \"%s\"".formatted(kind, template));
        }
    }

    public static Format of(Kind kind) {
        return new Format(kind, "", true, false);
    }

    public static Format of(Kind kind, String template) {
        return new Format(kind, template, true, false);
    }

    /** A template for one object, as {@code -o} takes it where no tables are made; empty for anything else. */
    public static Optional<Format> ofObject(String typed) {
        int equals = typed.indexOf('=');
        if (equals < 0 || equals == typed.length() - 1) {
            return Optional.empty();
        }
        return Kind.ofTemplate(typed.substring(0, equals))
                .filter(kind -> kind != Kind.CUSTOM_COLUMNS)
                .map(kind -> Format.of(kind, typed.substring(equals + 1)));
    }

    public boolean isTable() {
        return kind == Kind.TABLE || kind == Kind.WIDE;
    }

    /** As {@code -o} takes it. */
    String typed() {
        return kind.takesTemplate() ? kind.typed() + "=" + template : kind.typed();
    }
}
