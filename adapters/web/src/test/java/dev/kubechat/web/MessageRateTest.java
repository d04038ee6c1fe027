package dev.kubechat.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageRateTest {

    private Instant now = Instant.EPOCH;
    private final MessageRate rate = new MessageRate(() -> now);

    @Test
    void allowsTwentyAtOnceAndThenOneASecond() {
        assertThat(IntStream.range(0, 20)).allMatch(_ -> rate.allows("anna"));
        assertThat(rate.allows("anna")).isFalse();
        now = now.plusSeconds(1);
        assertThat(rate.allows("anna")).isTrue();
        assertThat(rate.allows("anna")).isFalse();
    }

    @Test
    void countsEachAccountForItself() {
        assertThat(IntStream.range(0, 21).filter(_ -> rate.allows("anna"))).hasSize(20);
        assertThat(rate.allows("ben")).isTrue();
    }
}
