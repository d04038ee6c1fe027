package dev.kubechat.execute;

import java.time.Duration;

/** How long is left of the time that something may be watched. */
final class Patience {

    private final long end;

    Patience(Duration all) {
        end = System.nanoTime() + all.toNanos();
    }

    /** Zero when it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }
}
