package dev.kubechat.approval;

import java.util.UUID;

/**
 * A request to be opened.
 * @param level the policy it comes under, such as DANGEROUS
 * @param summary one sentence for lists, 1 to 1000 characters
 * @param asker the person, not the account
 */
public record NewRequest(String level, String summary, Digest digest, UUID asker) {
    private static final int LONGEST_SUMMARY = 1000;

    public NewRequest {
        if (summary.isBlank() || summary.length() > LONGEST_SUMMARY) {
            throw new IllegalArgumentException(
                    "A summary has 1 to %d characters".formatted(LONGEST_SUMMARY));
        }
    }
}
