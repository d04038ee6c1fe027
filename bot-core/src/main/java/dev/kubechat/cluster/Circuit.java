package dev.kubechat.cluster;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Leaves a cluster alone for a while that did not answer several calls in a row, so that people hear of it at once and nobody
 * waits. Whatever a server answers is an answer. Then one call tries whether it is back.
 */
final class Circuit {

    private static final int UNANSWERED = 5;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ClusterId cluster;
    private final CircuitBreaker breaker;

    Circuit(ClusterId cluster, Clock clock) {
        this.cluster = cluster;
        this.breaker =
                CircuitBreaker.of(
                        cluster.value(),
                        CircuitBreakerConfig.custom()
                                .clock(clock)
                                .slidingWindow(
                                        UNANSWERED,
                                        UNANSWERED,
                                        CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                                .failureRateThreshold(100)
                                .waitDurationInOpenState(PAUSE)
                                .permittedNumberOfCallsInHalfOpenState(1)
                                .ignoreException(DoorShut.class::isInstance)
                                .build());
    }

    /** One that lets every call through: for looking whether the cluster is there. */
    static Circuit alwaysClosed(ClusterId cluster, Clock clock) {
        var circuit = new Circuit(cluster, clock);
        circuit.breaker.transitionToDisabledState();
        return circuit;
    }

    /** @throws ClusterBusy if the cluster is left alone now */
    void enter() {
        if (!breaker.tryAcquirePermission()) {
            throw new ClusterBusy(cluster, UNANSWERED, PAUSE);
        }
    }

    /** The call that was let in was never made. */
    void leave() {
        breaker.releasePermission();
    }

    <T> CompletableFuture<T> watch(CompletableFuture<T> call) {
        return call.whenComplete((_, unanswered) -> {
            // a server that lets no WebSocket begin has answered, too
            if (unanswered == null || UpgradeRefused.of(unanswered).isPresent()) {
                breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            } else {
                breaker.onError(0, TimeUnit.NANOSECONDS, unanswered);
            }
        });
    }
}
