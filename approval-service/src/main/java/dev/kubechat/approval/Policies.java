package dev.kubechat.approval;

import dev.kubechat.approval.Rule.OtherPeople;
import dev.kubechat.approval.Rule.OwnConfirmation;

/** The policy of each level: so far as the configuration says. */
public final class Policies {
    private final ApprovalProperties properties;

    Policies(ApprovalProperties properties) {
        this.properties = properties;
    }

    /** The policy of WARNING or DANGEROUS. Nothing else is ever put to people. */
    public Policy of(String level) {
        return switch (level) {
            case "WARNING" -> new Policy(new OwnConfirmation(), properties.confirmationExpiry());
            case "DANGEROUS" ->
                    new Policy(
                            new OtherPeople(properties.approvers(), properties.groups()),
                            properties.expiry());
            default -> throw new IllegalArgumentException("No policy for the level " + level);
        };
    }
}
