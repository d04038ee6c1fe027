package dev.kubechat.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How much one account may send to this replica: twenty at once, then one a second. */
final class MessageRate {

    private static final int AT_ONCE = 20;
    private static final Duration EACH = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Map<String, Long> fullAgainAt = new ConcurrentHashMap<>();

    MessageRate(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts one more, unless it would be too many. */
    boolean allows(String account) {
        var now = clock.millis();
        var allowed = new boolean[1];
        fullAgainAt.compute(
                account,
                (_, stored) -> {
                    var from = stored == null ? now : Math.max(stored, now);
                    allowed[0] = from - now <= EACH.toMillis() * (AT_ONCE - 1);
                    return allowed[0] ? from + EACH.toMillis() : from;
                });
        return allowed[0];
    }
}
