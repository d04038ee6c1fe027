package dev.kubechat.kubectl;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How objects are deleted.
 *
 * @param gracePeriod seconds, 0 or more; null leaves it to each object. As in kubectl, 0 without force means 1.
 * @param now a grace period of one second
 * @param waits whether the answer waits until the objects are gone
 * @param timeout for how long at most; null for as long as each object needs
 */
public record DeleteOptions(
        Cascade cascade,
        @Nullable Integer gracePeriod,
        boolean force,
        boolean now,
        boolean ignoreNotFound,
        boolean waits,
        @Nullable Duration timeout) {

    public DeleteOptions(
            Cascade cascade,
            @Nullable Integer gracePeriod,
            boolean force,
            boolean now,
            boolean ignoreNotFound,
            boolean waits) {
        this(cascade, gracePeriod, force, now, ignoreNotFound, waits, null);
    }

    /**
     * Why these do not go together, in kubectl's words; null if they do. What is meant is clear enough to be judged, and nothing of it
     * is run.
     */
    public @Nullable String contradiction() {
        if (gracePeriod != null && now) {
            return "--now and --grace-period cannot be specified together";
        }
        if (gracePeriod != null && force && gracePeriod > 0) {
            return "--force and --grace-period greater than 0 cannot be specified together";
        }
        return force && now
                ? "--force and --grace-period greater than 0 cannot be specified together"
                : null;
    }

    /** As a bare {@code kubectl delete} does it. */
    public static DeleteOptions usual() {
        return new DeleteOptions(Cascade.BACKGROUND, null, false, false, false, true);
    }
}
