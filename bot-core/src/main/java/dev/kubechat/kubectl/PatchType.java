package dev.kubechat.kubectl;

import java.util.Arrays;
import java.util.Locale;

/** How a patch is laid over an object. */
public enum PatchType {
    STRATEGIC,
    MERGE,
    JSON;

    String typed() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PatchType of(Said said) {
        String typed = said.text("type");
        if (typed == null || typed.isEmpty()) {
            return STRATEGIC;
        }
        return Arrays.stream(values())
                .filter(type -> type.typed().equals(typed.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new Unreadable(
                                "--type is strategic, merge or json, and not %s."
                                        .formatted(Shown.quoted(typed))));
    }
}
