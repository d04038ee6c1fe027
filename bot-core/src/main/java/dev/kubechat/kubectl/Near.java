package dev.kubechat.kubectl;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The known words that a mistyped one is nearest to. */
public final class Near {

    private static final int LONGEST = 64;

    private Near() {}

    /** The nearest one within two slips, or one for words of up to four letters; a word it begins counts as near. */
    static Optional<String> of(String typed, Collection<String> known) {
        return nearest(typed, known).findFirst();
    }

    /** The nearest ones, at most so many, the nearest first. */
    public static List<String> several(String typed, Collection<String> known, int most) {
        return nearest(typed, known).limit(most).toList();
    }

    private static Stream<String> nearest(String typed, Collection<String> known) {
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return Stream.empty();
        }
        int slips = typed.length() <= 4 ? 1 : 2;
        return known.stream()
                .filter(word ->
                        (typed.length() >= 3 && word.startsWith(typed))
                                || (Math.abs(word.length() - typed.length()) <= slips
                                        && slips(typed, word) <= slips))
                .sorted(
                        Comparator.<String>comparingInt(word -> slips(typed, word))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** Letters to add, drop, change or swap with their neighbour. */
    private static int slips(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int step(int[][] cost, String from, String to, int i, int j) {
        int change = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
