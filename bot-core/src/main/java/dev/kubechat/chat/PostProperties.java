package dev.kubechat.chat;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How posts are shown.
 *
 * @param lease how long one post may be worked on before another replica takes it over; longer than a platform's call
 * @param hands how many posts of one platform a replica works on side by side
 * @param patience longest time between looks for posts when no bell rang
 * @param sweep how often cards with buttons are looked for that somebody took away
 */
@Validated
@ConfigurationProperties("kubechat.posts")
record PostProperties(
        @DefaultValue("30s") @DurationMin(millis = 500) Duration lease,
        @DefaultValue("4") @Min(1) int hands,
        @DefaultValue("1s") @DurationMin(millis = 50) Duration patience,
        @DefaultValue("1m") @DurationMin(millis = 500) Duration sweep) {}
