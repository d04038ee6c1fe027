package dev.kubechat.plan;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** "logs of checkout", "last 50 lines of cart logs", "previous logs of web-0". */
final class LogsIntent implements Intent {

    private static final String SHOW =
            "(?:(?:show|get|give|fetch|print|see|display|check|read|tail|view) )?";
    private static final String LINES =
            "(?:(?:last|latest|newest) )?(?<lines>"
                    + Counts.PATTERN
                    + ") (?:log )?lines (?:of|from) ";
    private static final String TIME =
            "(?: (?:of|for|from|since|in|over) (?:last|past) (?:(?<amount>"
                    + Counts.PATTERN
                    + ") )?(?<unit>second|minute|min|hour|day)s?)?";
    private static final Pattern LOGS_OF =
            Pattern.compile(
                    SHOW
                            + "(?:"
                            + LINES
                            + ")?(?<previous>(?:previous|last|old) )?logs? "
                            + "(?:of |for |from |on )?(?<thing>.+?)"
                            + TIME);
    private static final Pattern LOGS_BEHIND =
            Pattern.compile(
                    SHOW
                            + "(?:"
                            + LINES
                            + ")?(?<previous>(?:previous|old) )?(?<thing>.+?)(?:'s|s')? logs?"
                            + TIME);
    private static final Pattern LINES_ONLY =
            Pattern.compile(SHOW + LINES + "(?<previous>)(?<thing>.+?)" + TIME);
    private static final Pattern TAIL = Pattern.compile("tail (?<thing>[^ ]+)");
    private static final Map<String, Integer> SECONDS =
            Map.of("second", 1, "minute", 60, "min", 60, "hour", 3600, "day", 86400);

    @Override
    public Optional<Said> read(Sentence sentence) {
        return sentence.matching(TAIL)
                .flatMap(matcher -> Thing.of(matcher.group("thing")))
                .filter(Thing::isNamed)
                .flatMap(thing -> Intent.line("kubectl logs " + thing.asWorkload().words()))
                .or(() ->
                        Stream.of(LOGS_OF, LOGS_BEHIND, LINES_ONLY)
                                .flatMap(pattern -> sentence.matching(pattern).stream())
                                .flatMap(matcher -> logs(matcher).stream())
                                .findFirst());
    }

    private static Optional<Said> logs(Matcher matcher) {
        return Thing.of(matcher.group("thing")).flatMap(thing -> logs(thing, options(matcher)));
    }

    private static Optional<Said> logs(Thing thing, String options) {
        if (!thing.isNamed()) {
            return Intent.ask("The logs of which %s? Say its name.".formatted(thing.type()));
        }
        if (thing.names().size() > 1) {
            return Intent.ask(
                    "One at a time, please: the logs of which of them?",
                    thing.names().stream().map(name -> "logs of " + name).toArray(String[]::new));
        }
        return Intent.line("kubectl logs " + thing.asWorkload().words() + options);
    }

    private static String options(Matcher matcher) {
        return (matcher.group("previous") == null || matcher.group("previous").isEmpty()
                        ? ""
                        : " --previous")
                + (matcher.group("lines") == null
                        ? ""
                        : " --tail=" + Counts.of(matcher.group("lines")))
                + since(matcher.group("amount"), matcher.group("unit"));
    }

    private static String since(@Nullable String amount, @Nullable String unit) {
        if (unit == null) {
            return "";
        }
        long units = amount == null ? 1 : Counts.of(amount);
        return " --since=" + units * SECONDS.getOrDefault(unit, 1) + "s";
    }
}
