package dev.kubechat.execute.read;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** How long ago, as kubectl writes it: {@code 45s}, {@code 3m20s}, {@code 5h}, {@code 12d}. */
final class Ages {

    private Ages() {}

    /** {@code <unknown>} when there is no such time. */
    static String since(String timestamp, Instant now) {
        try {
            return of(Duration.between(Instant.parse(timestamp), now));
        } catch (DateTimeParseException none) {
            return "<unknown>";
        }
    }

    // the steps of k8s.io/apimachinery's HumanDuration
    static String of(Duration age) {
        long seconds = age.toSeconds();
        if (seconds < -1) {
            return "<invalid>";
        }
        if (seconds < 60 * 2) {
            return Math.max(0, seconds) + "s";
        }
        long minutes = age.toMinutes();
        if (minutes < 10) {
            return two(minutes, "m", seconds % 60, "s");
        }
        return minutes < 60 * 3 ? minutes + "m" : hours(age);
    }

    private static String hours(Duration age) {
        long hours = age.toHours();
        if (hours < 8) {
            return two(hours, "h", age.toMinutes() % 60, "m");
        }
        if (hours < 48) {
            return hours + "h";
        }
        long days = age.toDays();
        if (hours < 24 * 8) {
            return two(days, "d", hours % 24, "h");
        }
        if (days < 365 * 2) {
            return days + "d";
        }
        return days < 365 * 8 ? two(days / 365, "y", days % 365, "d") : days / 365 + "y";
    }

    private static String two(long big, String unit, long small, String smallUnit) {
        return small == 0 ? big + unit : big + unit + small + smallUnit;
    }
}
