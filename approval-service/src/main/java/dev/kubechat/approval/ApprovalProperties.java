package dev.kubechat.approval;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose approval dangerous requests need, and how long requests wait.
 * @param expiry how long other people may take
 * @param confirmationExpiry how long the asker may take to confirm
 * @param approvers how many other people must say yes
 * @param groups the groups these may come from
 */
@Validated
@ConfigurationProperties("kubechat.approval")
record ApprovalProperties(
        @DefaultValue("15m") @DurationMin(seconds = 30) Duration expiry,
        @DefaultValue("15m") @DurationMin(seconds = 30) Duration confirmationExpiry,
        @DefaultValue("1") @Min(1) int approvers,
        @DefaultValue @NotEmpty Set<String> groups) {

    ApprovalProperties {
        groups = Set.copyOf(groups);
    }
}
