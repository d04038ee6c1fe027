package dev.kubechat.sandbox.cluster.podlog;

import dev.kubechat.sandbox.cluster.admission.Dispersal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Patterns of log lines with their blanks filled in: {@code {iso}}, {@code {clf}}, {@code {1-900}}, {@code {id}}, {@code {ip}}, {@code {a|b}}. */
final class Filled {
    private static final Pattern BLANK = Pattern.compile("\\{([^{}\"]+)}");
    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter COMMON_LOG =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter PLAIN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private Filled() {}

    static String in(String pattern, String seed, long number, Instant at) {
        return BLANK.matcher(pattern)
                .replaceAll(blank -> {
                    int random =
                            Math.floorMod(
                                    Dispersal.of(seed + number + ":" + blank.start()), 1_000_000);
                    return java.util.regex.Matcher.quoteReplacement(
                            value(blank.group(1), random, at));
                });
    }

    private static String value(String blank, int random, Instant at) {
        var range = RANGE.matcher(blank);
        if (range.matches()) {
            int low = Integer.parseInt(range.group(1));
            return Integer.toString(low + random % (Integer.parseInt(range.group(2)) - low + 1));
        }
        return switch (blank) {
            case "iso" -> ISO.format(at);
            case "clf" -> COMMON_LOG.format(at);
            case "plain" -> PLAIN.format(at);
            case "id" -> Integer.toHexString(0x100000 + random);
            case "ip" -> "10.244.%d.%d".formatted(random % 3, 2 + random / 7 % 250);
            default -> {
                var choices = blank.split("\\|");
                yield choices[random % choices.length];
            }
        };
    }
}
