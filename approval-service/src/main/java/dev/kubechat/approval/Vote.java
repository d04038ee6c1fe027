package dev.kubechat.approval;

import org.jspecify.annotations.Nullable;

/**
 * What a person says to a request.
 * @param seen the digest on the card that was clicked
 * @param reason in the person's own words, at most 1000 characters
 */
public record Vote(Voter by, Choice choice, Digest seen, @Nullable String reason) {
    private static final int LONGEST_REASON = 1000;

    /** Yes or no. */
    public enum Choice {
        APPROVE,
        DENY
    }

    public Vote {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "A reason has at most %d characters".formatted(LONGEST_REASON));
        }
    }
}
