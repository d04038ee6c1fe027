package dev.kubechat.sandbox.cluster.table;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Spans of time in the two or three figures Kubernetes prints. Source: {@code HumanDuration} of apimachinery. */
final class Ages {
    private Ages() {}

    static String since(Optional<Instant> time, Instant now) {
        return time.map(t -> human(Duration.between(t, now))).orElse("<unknown>");
    }

    static String human(Duration span) {
        long seconds = span.toSeconds();
        if (seconds < -1) {
            return "<invalid>";
        }
        if (seconds < 120) {
            return Math.max(seconds, 0) + "s";
        }
        long minutes = span.toMinutes();
        if (minutes < 10) {
            return withRest(minutes, "m", seconds % 60, "s");
        }
        return minutes < 180 ? minutes + "m" : hours(span.toHours(), minutes % 60);
    }

    private static String hours(long hours, long minutes) {
        if (hours < 8) {
            return withRest(hours, "h", minutes, "m");
        }
        if (hours < 48) {
            return hours + "h";
        }
        long days = hours / 24;
        if (days < 8) {
            return withRest(days, "d", hours % 24, "h");
        }
        if (days < 730) {
            return days + "d";
        }
        return days < 2_920 ? withRest(days / 365, "y", days % 365, "d") : days / 365 + "y";
    }

    private static String withRest(long whole, String unit, long rest, String restUnit) {
        return rest == 0 ? whole + unit : whole + unit + rest + restUnit;
    }
}
