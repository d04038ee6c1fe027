package dev.kubechat.pipeline;

import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.NodeCommand.Drain;
import dev.kubechat.kubectl.Reading;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** For how long a step is put off again and again that is not to be done now, like the eviction of a pod that a budget keeps. */
final class PutOff {

    /** Until it is tried again; kubectl's own. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    /** After so long without anybody to go on with it, an execution is not resumed by itself; longer than any step is put off. */
    static final Duration PARKED = Duration.ofMinutes(15);

    private static final Duration STEP = Duration.ofMinutes(10);

    private final KubectlReader reader;

    PutOff(KubectlReader reader) {
        this.reader = reader;
    }

    /**
     * Both since it was first begun.
     *
     * @param step for one step
     * @param asked for all of the command, as it says itself; null where it does not
     */
    record Limit(Duration step, @Nullable Duration asked) {

        /** For all of the command. */
        Duration run() {
            // no step of a list can be waited for longer, so it bounds nothing
            return Objects.requireNonNullElse(asked, Duration.ofDays(365));
        }

        /** Why it is over, for people. */
        String sentence() {
            if (asked == null) {
                return "It was asked for again and again for %d minutes, and KubeChat waits no longer for one step."
                        .formatted(step.toMinutes());
            }
            return asked.compareTo(step) <= 0
                    ? "It was asked for again and again until the time that --timeout gives was"
                            + " over."
                    : "It was asked for again and again: KubeChat waits %d minutes for one step, also where --timeout gives more."
                            .formatted(step.toMinutes());
        }
    }

    Limit of(Query query) {
        var timeout =
                reader.read(query.command()) instanceof Reading.Command read
                                && read.command() instanceof Drain drain
                        ? drain.timeout()
                        : null;
        // for kubectl, too, none is no limit
        return new Limit(STEP, timeout == null || timeout.isZero() ? null : timeout);
    }
}
