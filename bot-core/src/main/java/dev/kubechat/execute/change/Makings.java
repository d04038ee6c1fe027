package dev.kubechat.execute.change;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Call;
import dev.kubechat.execute.api.Fate;
import dev.kubechat.execute.api.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Makes an object. While one of its name is still on its way out, the server certainly makes none, so it is asked again as long as
 * there is time; anything that is not certain is never sent twice (P8).
 */
final class Makings {

    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final int CONFLICT = 409;
    private static final int GONE = 404;

    private final Api api;
    private final Caller caller;
    private final Clock clock;
    private final Consumer<Duration> pause;

    /** @param pause waits for so long; ends early, with the thread's interrupt flag set, when KubeChat stops */
    Makings(Api api, Caller caller, Clock clock, Consumer<Duration> pause) {
        this.api = api;
        this.caller = caller;
        this.clock = clock;
        this.pause = pause;
    }

    StepResult perform(Step step, Call call, Instant notAfter) {
        while (true) {
            var fate = api.call(call);
            if (!(fate instanceof Fate.Answered(Reply reply)) || !isNamesakeGoing(step, reply)) {
                return Verdicts.of(step, fate, caller);
            }
            if (Thread.currentThread().isInterrupted()
                    || !clock.instant().plus(BETWEEN).isBefore(notAfter)) {
                return new StepResult.Later(
                        Verdicts.sentence(step, reply, caller), reply.asKubectlSaysIt());
            }
            pause.accept(BETWEEN);
        }
    }

    private boolean isNamesakeGoing(Step step, Reply reply) {
        return reply.code() == CONFLICT
                && reply.reason().equals("AlreadyExists")
                && (reply.message().startsWith("object is being deleted: ") || isGone(step));
    }

    // between the refusal and its telling, as the server's own words then do not say that it was
    // going
    private boolean isGone(Step step) {
        try {
            return !step.object().name().isEmpty()
                    && api.any(ApiPath.of(step.object())).code() == GONE;
        } catch (ClusterUnavailable unseen) {
            return false;
        }
    }
}
