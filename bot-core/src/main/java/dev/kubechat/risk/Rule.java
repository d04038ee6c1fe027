package dev.kubechat.risk;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges the commands that fit it.
 *
 * @param when all of these hold
 * @param reason for people, with placeholders like {@code {what}}
 */
record Rule(List<Predicate<Facts>> when, Level level, String reason) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+(?::[a-z-]+)?)}");

    boolean fits(Facts facts) {
        for (Predicate<Facts> condition : when) {
            if (!condition.test(facts)) {
                return false;
            }
        }
        return true;
    }

    String reason(Facts facts) {
        String filled =
                PLACEHOLDER
                        .matcher(reason)
                        .replaceAll(found -> Matcher.quoteReplacement(facts.value(found.group(1))));
        return Character.toUpperCase(filled.charAt(0)) + filled.substring(1);
    }
}
