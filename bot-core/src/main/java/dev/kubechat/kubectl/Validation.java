package dev.kubechat.kubectl;

import java.util.Locale;

/** What the server does about fields of a manifest that it does not know. */
public enum Validation {
    STRICT,
    WARN,
    IGNORE;

    String typed() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Validation of(CommandLine line) {
        String typed = line.flag("validate");
        return switch (typed) {
            case null -> STRICT;
            case "strict", "1", "t", "T", "TRUE", "true", "True" -> STRICT;
            case "warn" -> WARN;
            case "ignore", "0", "f", "F", "FALSE", "false", "False" -> IGNORE;
            default ->
                    throw new Unreadable(
                            "--validate is strict, warn or ignore, and not %s."
                                    .formatted(Shown.quoted(typed)));
        };
    }
}
