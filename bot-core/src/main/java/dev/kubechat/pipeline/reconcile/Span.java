package dev.kubechat.pipeline.reconcile;

import java.time.Duration;
import java.time.Instant;

/** What time a log tells of. */
public record Span(Instant from, Instant to) {

    /** Leaves out the ends, where clocks may differ. */
    Span within(Duration skew) {
        return new Span(from.plus(skew), to.minus(skew));
    }

    boolean holds(Instant begun, Instant ended) {
        return !begun.isBefore(from) && !ended.isAfter(to);
    }
}
