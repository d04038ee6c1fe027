package dev.kubechat.pipeline;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How replicas share the work.
 *
 * @param lease how long a replica may be silent before another takes its work over; at least three call timeouts
 * @param callTimeout longest time one call to a cluster takes; no call is sent later than this before the lease ends
 * @param hands how many conversations, and how many executions, one replica works on side by side
 * @param patience longest time between looks for work when no bell rang
 * @param resultsKept how long a thread's last result can be looked at in other ways
 * @param undoKept how long what was there before a change is kept, and its way back offered
 */
@Validated
@ConfigurationProperties("kubechat.work")
record WorkProperties(
        @DefaultValue("60s") @DurationMin(millis = 500) Duration lease,
        @DefaultValue("12s") Duration callTimeout,
        @DefaultValue("16") int hands,
        @DefaultValue("1s") @DurationMin(millis = 50) Duration patience,
        @DefaultValue("1h") Duration resultsKept,
        @DefaultValue("24h") Duration undoKept) {

    WorkProperties {
        if (callTimeout.multipliedBy(3).compareTo(lease) > 0) {
            throw new IllegalArgumentException(
                    "kubechat.work.lease is %s, must be at least three times kubechat.work.call-timeout, %s"
                            .formatted(lease, callTimeout));
        }
    }
}
