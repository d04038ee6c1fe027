package dev.kubechat.app;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Levels ages, and nothing else: two texts are alike when they are the same but for ages that lie a few seconds apart, and for the
 * blanks that make room for them.
 */
final class FidelityAges {

    private static final Pattern AGE =
            Pattern.compile(
                    "(?<![\\w.-])(?:\\d+y)?(?:\\d+d)?(?:\\d+h)?(?:\\d+m)?(?:\\d+s)?(?<=\\d[ydhms])(?![\\w.-])");
    private static final Pattern PART = Pattern.compile("(\\d+)([ydhms])");
    private static final Pattern BLANKS = Pattern.compile(" {2,}");
    private static final long SECONDS_APART = 10;

    private FidelityAges() {}

    static boolean alike(String one, String other) {
        return rest(one).equals(rest(other)) && near(ages(one), ages(other));
    }

    private static String rest(String text) {
        return BLANKS.matcher(AGE.matcher(text).replaceAll("AGE")).replaceAll("  ");
    }

    private static List<Long> ages(String text) {
        return AGE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(FidelityAges::seconds)
                .toList();
    }

    private static long seconds(String age) {
        return PART.matcher(age)
                .results()
                .mapToLong(part -> Long.parseLong(part.group(1)) * worth(part.group(2)))
                .sum();
    }

    private static long worth(String unit) {
        return switch (unit) {
            case "y" -> 31_536_000;
            case "d" -> 86_400;
            case "h" -> 3_600;
            case "m" -> 60;
            default -> 1;
        };
    }

    // above ten minutes kubectl shows no seconds, so that one side may show a whole minute more
    private static boolean near(List<Long> ages, List<Long> others) {
        var apart = new ArrayList<Long>();
        for (var i = 0; i < ages.size(); i++) {
            var longest = Math.max(ages.get(i), others.get(i));
            apart.add(
                    Math.abs(ages.get(i) - others.get(i)) - (longest >= 600 ? 60 : SECONDS_APART));
        }
        return apart.stream().allMatch(over -> over <= 0);
    }
}
