package dev.kubechat.kubectl;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a log.
 *
 * @param container null for the pod's default container
 * @param tail number of last lines, 0 or more; null for all of them (ten a pod where a selector chose the pods, as kubectl does)
 * @param since only lines younger than this, more than zero; null for all
 */
public record LogOptions(
        @Nullable String container,
        boolean allContainers,
        boolean previous,
        boolean timestamps,
        @Nullable Long tail,
        @Nullable Duration since) {

    /** As a bare {@code kubectl logs} does it. */
    public static LogOptions usual() {
        return new LogOptions(null, false, false, false, null, null);
    }
}
