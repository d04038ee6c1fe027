package dev.kubechat.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.approval.Rule.OtherPeople;
import dev.kubechat.approval.Rule.OwnConfirmation;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class ApprovalPropertiesTest {
    @Test
    void haveDefaults() {
        assertThat(bound("groups=ops"))
                .isEqualTo(
                        new ApprovalProperties(
                                Duration.ofMinutes(15), Duration.ofMinutes(15), 1, Set.of("ops")));
    }

    @Test
    void areAllTaken() {
        assertThat(bound("expiry=1h", "confirmation-expiry=30s", "approvers=2", "groups=ops,leads"))
                .isEqualTo(
                        new ApprovalProperties(
                                Duration.ofHours(1),
                                Duration.ofSeconds(30),
                                2,
                                Set.of("ops", "leads")));
    }

    @Test
    void refuseToStartWithoutAGroup() {
        refuses(() -> bound(), "groups");
    }

    @Test
    void refuseToStartWithNobodyToApprove() {
        refuses(() -> bound("groups=ops", "approvers=0"), "approvers");
    }

    @Test
    void refuseToStartWithLessThanHalfAMinute() {
        refuses(() -> bound("groups=ops", "expiry=29s"), "expiry");
        refuses(() -> bound("groups=ops", "confirmation-expiry=29s"), "confirmationExpiry");
    }

    @Test
    void makeThePolicies() {
        var policies = new Policies(bound("groups=ops", "approvers=2", "confirmation-expiry=1m"));
        assertThat(policies.of("WARNING"))
                .isEqualTo(new Policy(new OwnConfirmation(), Duration.ofMinutes(1)));
        assertThat(policies.of("DANGEROUS"))
                .isEqualTo(new Policy(new OtherPeople(2, Set.of("ops")), Duration.ofMinutes(15)));
        assertThatThrownBy(() -> policies.of("SAFE")).hasMessage("No policy for the level SAFE");
    }

    private static void refuses(ThrowingCallable start, String key) {
        assertThatThrownBy(start).rootCause().message().contains("on field '" + key + "'");
    }

    private static ApprovalProperties bound(String... values) {
        var runner = new ApplicationContextRunner().withUserConfiguration(Bound.class);
        for (var value : values) {
            runner = runner.withPropertyValues("kubechat.approval." + value);
        }
        var bound = new ApprovalProperties[1];
        runner.run(context -> bound[0] = context.getBean(ApprovalProperties.class));
        return bound[0];
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ApprovalProperties.class)
    static class Bound {}
}
