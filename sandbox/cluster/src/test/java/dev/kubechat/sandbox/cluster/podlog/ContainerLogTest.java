package dev.kubechat.sandbox.cluster.podlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ContainerLogTest {
    private static final Instant START = Instant.parse("2026-03-14T12:00:00Z");
    private static final Voice VOICE =
            new Voice(
                    List.of("hello"),
                    List.of("{iso} request {1-9}"),
                    List.of(),
                    Duration.ofSeconds(10));
    private final ContainerLog log = new ContainerLog(VOICE, "seed", START, Instant.MAX);

    @Test
    void beginsWithItsOpeningAndGoesOnWithTime() {
        assertThat(log.between(Instant.EPOCH, START.plusSeconds(25)))
                .extracting(ContainerLog.Line::text)
                .hasSize(3)
                .startsWith("hello")
                .element(1)
                .asString()
                .matches("2026-03-14T12:00:10.000Z request [1-9]");
    }

    @Test
    void continuesWhereAFollowerStopped() {
        var all = log.between(Instant.EPOCH, START.plusSeconds(60));
        var first = log.between(Instant.EPOCH, START.plusSeconds(30));
        var rest = log.between(START.plusSeconds(30), START.plusSeconds(60));
        assertThat(rest).hasSize(3);
        assertThat(all).containsSequence(first).containsSequence(rest);
    }

    @Test
    void remembersTheEndOfALongLog() {
        var lines =
                log.select(
                        new LogQuery(
                                OptionalInt.empty(), Optional.empty(), false, OptionalInt.empty()),
                        START.plus(Duration.ofDays(30)));
        assertThat(lines).hasSizeBetween(2_000, 2_002);
    }

    @Test
    void endsWithTheLastWordsOfARunThatDied() {
        var died = Voices.read().ended("shop/checkout:1", "crash");
        var run = new ContainerLog(died, "seed", START, START.plusSeconds(8));
        assertThat(run.between(Instant.EPOCH, START.plusSeconds(99)).getLast().text())
                .contains("main.go");
    }
}
