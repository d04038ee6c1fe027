package dev.kubechat.kubectl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The {@code -o} formats that this version makes itself. */
public enum Output {
    TABLE,
    WIDE,
    NAME,
    YAML,
    JSON;

    static Optional<Output> of(String typed) {
        if (typed.isEmpty()) {
            return Optional.of(TABLE);
        }
        return Arrays.stream(values())
                .filter(output -> output != TABLE && output.typed().equals(typed))
                .findFirst();
    }

    String typed() {
        return name().toLowerCase(Locale.ROOT);
    }
}
