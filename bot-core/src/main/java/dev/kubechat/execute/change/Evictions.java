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
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Tells a pod to go, and waits until it is gone. What a disruption budget refuses is certainly not done, so it may be asked again;
 * anything that is not certain is never sent twice (P8), and a pod that was told to go is only looked at.
 */
final class Evictions {

    // kubectl's own
    private static final Duration BEFORE_AGAIN = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int TOO_MANY = 429;
    private static final int GONE = 404;

    /** Of a step: for how many seconds at most a pod that is being deleted is waited for. */
    static final String SKIP = "skipWaitForDelete";

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

    /** Asks once; one that is told to go in vain, as it takes its time, is done with. */
    StepResult once(Step step, Call call, Instant notAfter) {
        return ask(step, call)
                .orElseGet(() ->
                        gone(step, notAfter)
                                .orElseGet(() ->
                                        new StepResult.Done(
                                                "pod/%s was told to go, and is not gone yet"
                                                        .formatted(step.object().name()))));
    }

    /** Asks again and again, as kubectl does, until the pod is gone or the time is over. */
    StepResult patiently(Step step, Call call, Instant notAfter) {
        while (true) {
            if (Thread.currentThread().isInterrupted()) {
                return new StepResult.NotSent("KubeChat stops now, so the pod was not told to go.");
            }
            var end = ask(step, call);
            if (end.isEmpty()) {
                return gone(step, notAfter).orElseGet(() -> stillThere(step));
            }
            if (!(end.get() instanceof StepResult.Later) || isOver(BEFORE_AGAIN, notAfter)) {
                return end.get();
            }
            pause.accept(BEFORE_AGAIN);
        }
    }

    /** How it ended; empty if the pod was told to go, and is to be waited for. */
    private Optional<StepResult> ask(Step step, Call call) {
        var fate = api.call(call);
        if (!(fate instanceof Fate.Answered(Reply reply))) {
            return Optional.of(Verdicts.of(step, fate, caller));
        }
        if (reply.ok()) {
            return Optional.empty();
        }
        if (reply.code() == GONE) {
            return Optional.of(new StepResult.Done(Verdicts.line(step)));
        }
        return Optional.of(
                reply.code() == TOO_MANY
                        ? new StepResult.Later(
                                Verdicts.sentence(step, reply, caller), reply.asKubectlSaysIt())
                        : Verdicts.of(step, fate, caller));
    }

    private static StepResult stillThere(Step step) {
        var name = step.object().name();
        return new StepResult.Failed(
                "Pod %s was told to go, and is not gone yet.".formatted(name),
                "error: error when waiting for pod \"%s\" in namespace \"%s\" to terminate: context deadline exceeded\n"
                        .formatted(name, step.object().namespace()));
    }

    private boolean isOver(Duration more, Instant notAfter) {
        return Thread.currentThread().isInterrupted()
                || !clock.instant().plus(more).isBefore(notAfter);
    }

    /** Empty if it is still there when the time is over. */
    private Optional<StepResult> gone(Step step, Instant notAfter) {
        while (true) {
            var metadata = seen(step).path("metadata");
            if (metadata.isObject()
                    && !metadata.path("uid").asString("").equals(step.object().uid())) {
                return Optional.of(new StepResult.Done(Verdicts.line(step)));
            }
            if (isOverdue(metadata, skipped(step), clock.instant())) {
                return Optional.of(new StepResult.Done(leftAlone(step)));
            }
            if (isOver(BETWEEN_LOOKS, notAfter)) {
                return Optional.empty();
            }
            pause.accept(BETWEEN_LOOKS);
        }
    }

    /** The pod of that name, with another uid or none where it is gone; a missing node when that cannot be told. */
    private JsonNode seen(Step step) {
        try {
            var reply = api.any(ApiPath.of(step.object()));
            if (reply.code() == GONE) {
                var none = Reply.JSON.createObjectNode();
                none.putObject("metadata");
                return none;
            }
            return reply.ok() ? reply.json() : MissingNode.getInstance();
        } catch (ClusterUnavailable away) {
            return MissingNode.getInstance();
        }
    }

    /**
     * Whether a pod is being deleted for so long that nobody waits for it.
     *
     * @param seconds zero for never
     */
    static boolean isOverdue(JsonNode metadata, int seconds, Instant now) {
        try {
            var deleted = Instant.parse(metadata.path("deletionTimestamp").asString(""));
            return seconds > 0 && Duration.between(deleted, now).toSeconds() > seconds;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    private static int skipped(Step step) {
        return step.changes().stream()
                .filter(change -> change.path().equals(SKIP))
                .mapToInt(change -> Integer.parseInt(Objects.requireNonNull(change.becomes())))
                .findFirst()
                .orElse(0);
    }

    // kubectl says it in place of the pod's end
    private static String leftAlone(Step step) {
        var name = step.object().name();
        return Verdicts.line(step)
                .replaceFirst(
                        "(?m)^pod/\\S+ (evicted|deleted)$",
                        Matcher.quoteReplacement(
                                "pod \"%s\" has DeletionTimestamp older than %d seconds, skipping"
                                        .formatted(name, skipped(step))));
    }
}
