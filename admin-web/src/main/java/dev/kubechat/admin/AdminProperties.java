package dev.kubechat.admin;

import jakarta.validation.constraints.NotEmpty;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who sees the admin pages, by group.
 *
 * @param groups see all of them
 * @param auditorGroups see the asks and the audit trail
 */
@Validated
@ConfigurationProperties("kubechat.admin")
record AdminProperties(
        @DefaultValue("kubechat-admins") @NotEmpty Set<String> groups,
        @DefaultValue("kubechat-auditors") Set<String> auditorGroups) {

    AdminProperties {
        groups = Set.copyOf(groups);
        auditorGroups = Set.copyOf(auditorGroups);
    }
}
