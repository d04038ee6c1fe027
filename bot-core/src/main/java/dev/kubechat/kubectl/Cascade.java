package dev.kubechat.kubectl;

import java.util.Locale;

/** What a deletion does to the objects that belong to the deleted one. */
public enum Cascade {
    BACKGROUND,
    FOREGROUND,
    ORPHAN;

    String typed() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Cascade of(CommandLine line) {
        String typed = line.flag("cascade");
        return switch (typed) {
            case null -> BACKGROUND;
            case "background", "1", "t", "T", "TRUE", "true", "True" -> BACKGROUND;
            case "foreground" -> FOREGROUND;
            case "orphan", "0", "f", "F", "FALSE", "false", "False" -> ORPHAN;
            default ->
                    throw new Unreadable(
                            "--cascade is background, foreground or orphan, and not %s."
                                    .formatted(Shown.quoted(typed)));
        };
    }
}
