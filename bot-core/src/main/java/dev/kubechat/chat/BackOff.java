package dev.kubechat.chat;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to leave a platform alone that did not answer: longer each time, never beyond 30 s, spread so that replicas do not knock together. */
final class BackOff {

    private static final long FIRST = 500;
    private static final long LONGEST = 30_000;
    private static final int DOUBLINGS = 6;

    private BackOff() {}

    /** @param failures how often it failed in a row before this time */
    static Duration after(int failures, RandomGenerator random) {
        var full = Math.min(LONGEST, FIRST << Math.min(failures, DOUBLINGS));
        return Duration.ofMillis(random.nextLong(full / 2, full + 1));
    }
}
