package dev.kubechat.kubectl;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of which logs, and how they are written.
 *
 * @param container null for the pod's default container
 * @param allPods of all pods of the object, not only of the one most worth reading
 * @param prefix whether each line tells its pod and container
 * @param follow whether to wait for more lines, for a limited time
 * @param ignoreErrors whether one log that cannot be read leaves the others be
 * @param tail number of last lines, 0 or more; -1 for all of them; null for all of them, or for ten a pod where a selector chose the pods
 * @param since only lines younger than this, more than zero; null for all
 * @param sinceTime only lines after that moment, RFC 3339; null for all
 * @param limitBytes of each log, more than zero; null for all
 * @param maxLogRequests how many logs may be followed at once; null for five
 */
public record LogOptions(
        @Nullable String container,
        boolean allContainers,
        boolean allPods,
        boolean previous,
        boolean timestamps,
        boolean prefix,
        boolean follow,
        boolean ignoreErrors,
        @Nullable Long tail,
        @Nullable Duration since,
        @Nullable String sinceTime,
        @Nullable Long limitBytes,
        @Nullable Integer maxLogRequests) {

    public LogOptions(
            @Nullable String container,
            boolean allContainers,
            boolean previous,
            boolean timestamps,
            @Nullable Long tail,
            @Nullable Duration since) {
        this(
                container,
                allContainers,
                false,
                previous,
                timestamps,
                false,
                false,
                false,
                tail,
                since,
                null,
                null,
                null);
    }

    /** As a bare {@code kubectl logs} does it. */
    public static LogOptions usual() {
        return new LogOptions(null, false, false, false, null, null);
    }
}
