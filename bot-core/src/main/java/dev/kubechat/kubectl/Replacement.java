package dev.kubechat.kubectl;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How apply and replace delete an object where it has to be made anew.
 *
 * @param force whether it is deleted and made anew at all
 * @param gracePeriod seconds, 0 or more; null leaves it to each object
 * @param timeout longest time to wait until it is gone; null lets the size of the object decide
 * @param waits whether it is waited for
 */
public record Replacement(
        boolean force,
        Cascade cascade,
        @Nullable Integer gracePeriod,
        @Nullable Duration timeout,
        boolean waits) {

    static Replacement of(Said said) {
        return new Replacement(
                said.is("force"),
                Cascade.of(said.reading("cascade")),
                DeleteForm.gracePeriod(said.reading("grace-period")),
                said.duration("timeout"),
                said.is("wait"));
    }

    LineBuilder write(LineBuilder line) {
        return line.flag("force", force)
                .unless("cascade", cascade.typed(), Cascade.BACKGROUND.typed())
                .flag("grace-period", gracePeriod)
                .duration("timeout", timeout)
                .flag("wait", waits);
    }
}
