package dev.kubechat.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class AdminPropertiesTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withUserConfiguration(Keys.class);

    @Test
    void haveDefaults() {
        application.run(context ->
                assertThat(context.getBean(AdminProperties.class))
                        .isEqualTo(
                                new AdminProperties(
                                        java.util.Set.of("kubechat-admins"),
                                        java.util.Set.of("kubechat-auditors"))));
    }

    @Test
    void readEachKey() {
        application
                .withPropertyValues(
                        "kubechat.admin.groups=platform,sre", "kubechat.admin.auditor-groups=audit")
                .run(context ->
                        assertThat(context.getBean(AdminProperties.class))
                                .isEqualTo(
                                        new AdminProperties(
                                                java.util.Set.of("platform", "sre"),
                                                java.util.Set.of("audit"))));
    }

    @Test
    void mayLeaveOutAuditors() {
        application
                .withPropertyValues("kubechat.admin.auditor-groups=")
                .run(context ->
                        assertThat(context.getBean(AdminProperties.class).auditorGroups())
                                .isEmpty());
    }

    @Test
    void refuseToLockAllAdminsOut() {
        application
                .withPropertyValues("kubechat.admin.groups=")
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AdminProperties.class)
    static class Keys {}
}
