package dev.kubechat.execute.api;

import java.time.Duration;

/** How long is left of the time that something may be watched. */
public final class Patience {

    private final long end;

    public Patience(Duration all) {
        end = System.nanoTime() + all.toNanos();
    }

    /** Zero when it is over. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    public boolean isOver() {
        return left().isZero();
    }
}
