package dev.kubechat.execute;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Asks for a pod to go, and waits until it is gone. What a disruption budget refuses is certainly not done, so it is asked again
 * while there is time; anything that is not certain is never sent twice (P8).
 */
final class Evictions {

    // kubectl's own
    private static final Duration BEFORE_AGAIN = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int TOO_MANY = 429;
    private static final int GONE = 404;

    private final Api api;
    private final Caller caller;
    private final Clock clock;
    private final Consumer<Duration> pause;

    /** @param pause waits for so long; ends early, with the thread's interrupt flag set, when KubeChat stops */
    Evictions(Api api, Caller caller, Clock clock, Consumer<Duration> pause) {
        this.api = api;
        this.caller = caller;
        this.clock = clock;
        this.pause = pause;
    }

    /** Waits on this thread. */
    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    StepResult perform(Step step, Call call, Instant notAfter) {
        while (true) {
            if (Thread.currentThread().isInterrupted()) {
                return new StepResult.NotSent("KubeChat stops now, so the pod was not told to go.");
            }
            var fate = api.call(call);
            if (!(fate instanceof Fate.Answered(Reply reply))) {
                return Verdicts.of(step, fate, caller);
            }
            if (reply.ok()) {
                return gone(step, notAfter);
            }
            if (reply.code() == GONE) {
                return new StepResult.Done(Verdicts.line(step));
            }
            if (reply.code() != TOO_MANY) {
                return Verdicts.of(step, fate, caller);
            }
            if (isOver(BEFORE_AGAIN, notAfter)) {
                return new StepResult.Later(
                        Verdicts.sentence(step, reply, caller), reply.asKubectlSaysIt());
            }
            pause.accept(BEFORE_AGAIN);
        }
    }

    private boolean isOver(Duration more, Instant notAfter) {
        return Thread.currentThread().isInterrupted()
                || !clock.instant().plus(more).isBefore(notAfter);
    }

    private StepResult gone(Step step, Instant notAfter) {
        while (isThere(step)) {
            if (isOver(BETWEEN_LOOKS, notAfter)) {
                return new StepResult.Done(
                        "pod/%s was told to go, and is not gone yet"
                                .formatted(step.object().name()));
            }
            pause.accept(BETWEEN_LOOKS);
        }
        return new StepResult.Done(Verdicts.line(step));
    }

    /** Also when it cannot be told. */
    private boolean isThere(Step step) {
        try {
            var reply = api.any(ApiPath.of(step.object()));
            return reply.code() != GONE
                    && (!reply.ok()
                            || reply.json()
                                    .path("metadata")
                                    .path("uid")
                                    .asString("")
                                    .equals(step.object().uid()));
        } catch (ClusterUnavailable away) {
            return true;
        }
    }
}
