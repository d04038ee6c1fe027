package dev.kubechat.risk;

import java.util.List;

/**
 * How risky a command is.
 *
 * @param reasons sentences for people, at least one, the one that decided the level first
 */
public record Verdict(Level level, List<String> reasons) {

    public Verdict {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a verdict needs a reason");
        }
    }
}
