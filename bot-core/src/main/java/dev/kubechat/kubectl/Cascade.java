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
}
