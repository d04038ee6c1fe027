package dev.kubechat.kubectl;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Go's time.ParseDuration and Duration.String. */
public final class GoDuration {

    private static final Pattern PART =
            Pattern.compile("([0-9]*)(?:\\.([0-9]*))?(ns|us|µs|μs|ms|s|m|h)");
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(63);
    private static final Map<String, Long> UNITS =
            Map.of(
                    "ns", 1L,
                    "us", 1_000L,
                    "µs", 1_000L,
                    "μs", 1_000L,
                    "ms", 1_000_000L,
                    "s", 1_000_000_000L,
                    "m", 60_000_000_000L,
                    "h", 3_600_000_000_000L);

    private GoDuration() {}

    private static NotAValue none() {
        return new NotAValue("a duration like 30s, 5m or 1h30m");
    }

    static long nanos(String text) {
        boolean negative = text.startsWith("-");
        String parts = negative || text.startsWith("+") ? text.substring(1) : text;
        if (parts.equals("0")) {
            return 0;
        }
        BigInteger sum = sum(parts);
        if (sum.compareTo(LIMIT) > 0 || (!negative && sum.equals(LIMIT))) {
            throw none();
        }
        return negative ? sum.negate().longValue() : sum.longValue();
    }

    private static BigInteger sum(String parts) {
        Matcher part = PART.matcher(parts);
        BigInteger sum = BigInteger.ZERO;
        int at = 0;
        while (part.find(at) && part.start() == at) {
            sum = sum.add(nanos(part));
            at = part.end();
        }
        if (at == 0 || at < parts.length()) {
            throw none();
        }
        return sum;
    }

    private static BigInteger nanos(Matcher part) {
        String fraction = part.group(2) == null ? "" : part.group(2);
        if (part.group(1).isEmpty() && fraction.isEmpty()) {
            throw none();
        }
        var value = new BigDecimal("0" + part.group(1) + "." + fraction + "0");
        return value.multiply(BigDecimal.valueOf(UNITS.getOrDefault(part.group(3), 0L)))
                .toBigInteger();
    }

    /** As Go prints it: {@code 2m3.5s}. */
    public static String show(Duration duration) {
        return show(duration.toNanos());
    }

    static String show(long nanos) {
        if (nanos == 0) {
            return "0s";
        }
        BigInteger all = BigInteger.valueOf(nanos).abs();
        String sign = nanos < 0 ? "-" : "";
        if (all.compareTo(BigInteger.valueOf(1_000_000_000L)) < 0) {
            return sign + small(all.longValue());
        }
        BigInteger[] minutes = all.divideAndRemainder(BigInteger.valueOf(60_000_000_000L));
        String seconds = decimal(minutes[1].longValue(), 1_000_000_000L) + "s";
        long whole = minutes[0].longValue();
        if (whole == 0) {
            return sign + seconds;
        }
        String minutesAndSeconds = whole % 60 + "m" + seconds;
        return sign + (whole >= 60 ? whole / 60 + "h" + minutesAndSeconds : minutesAndSeconds);
    }

    private static String small(long nanos) {
        if (nanos < 1_000) {
            return nanos + "ns";
        }
        return nanos < 1_000_000 ? decimal(nanos, 1_000) + "µs" : decimal(nanos, 1_000_000) + "ms";
    }

    private static String decimal(long nanos, long unit) {
        return BigDecimal.valueOf(nanos)
                .divide(BigDecimal.valueOf(unit))
                .stripTrailingZeros()
                .toPlainString();
    }
}
