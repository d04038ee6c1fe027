package dev.kubechat.pipeline.reconcile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the two sides compare.
 *
 * @param span what time the log tells of; null for an empty log
 * @param events how many calls the log holds
 * @param joined how many writes stand on both sides
 * @param outside how many steps were not looked for, since they are not within the span
 * @param unseenOptions deletions that are taken for dry runs by their address alone
 * @param cutOff how many files end within a line
 */
public record Report(
        @Nullable Span span,
        long events,
        long joined,
        long outside,
        long unseenOptions,
        long cutOff,
        List<Finding> findings) {

    public Report {
        findings = List.copyOf(findings);
    }

    /** Whether nothing stands on one side only. */
    public boolean isWhole() {
        return oneSided() == 0;
    }

    public long oneSided() {
        return findings.stream().filter(one -> one.kind().isOneSided()).count();
    }

    /** One line for people. */
    public String summary() {
        if (span == null) {
            return "The log holds no call, so there is nothing to compare.";
        }
        return "%d calls from %s to %s: %d writes stand on both sides, %s.%s%s%s"
                .formatted(
                        events,
                        span.from(),
                        span.to(),
                        joined,
                        isWhole() ? "nothing on one side only" : oneSided() + " do not fit",
                        outside == 0
                                ? ""
                                : " %d steps at or beyond the ends of that time were not looked for."
                                        .formatted(outside),
                        unseenOptions == 0
                                ? ""
                                : " %d deletions are taken for dry runs by their address alone; a policy that logs deletions at level Request would prove it."
                                        .formatted(unseenOptions),
                        cutOff == 0
                                ? ""
                                : " %d files end within a line, which is not compared: they are being written, or were cut off."
                                        .formatted(cutOff));
    }
}
