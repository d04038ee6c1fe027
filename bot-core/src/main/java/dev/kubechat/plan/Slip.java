package dev.kubechat.plan;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Slips of the fingers in the words that matter most: "shwo", "delpoyment", "namepace". */
final class Slip {

    private static final Pattern PLAIN = Pattern.compile("[a-z]{3,20}");
    // a shorter word with one wrong letter is too often another word
    private static final int LONG = 7;

    // names of objects are too often near to other words
    private static final Set<Sense> TELLING =
            EnumSet.of(
                    Sense.SHOW,
                    Sense.DESCRIBE,
                    Sense.LOGS,
                    Sense.KIND,
                    Sense.REPLICAS,
                    Sense.SCALE,
                    Sense.RESTART,
                    Sense.DELETE,
                    Sense.CREATE);
    private static final Set<Sense> LONG_WORDS =
            EnumSet.of(Sense.KIND, Sense.REPLICAS, Sense.RESTART, Sense.DESCRIBE);
    private static final Set<String> ARTICLES = Set.of("the", "all", "for", "from", "with");

    private final Map<String, String> byLetters = new HashMap<>();
    private final Map<String, String> byGap = new HashMap<>();

    Slip(Map<String, Lexicon.Entry> entries) {
        entries.forEach((phrase, entry) -> {
            boolean telling = entry.senses().stream().anyMatch(TELLING::contains);
            if (PLAIN.matcher(phrase).matches() && (telling || ARTICLES.contains(phrase))) {
                for (int i = 0; i < phrase.length() - 1; i++) {
                    byLetters.putIfAbsent(swapped(phrase, i), phrase);
                }
                // one letter typed twice at the end
                byLetters.putIfAbsent(phrase + phrase.charAt(phrase.length() - 1), phrase);
                if (phrase.length() >= LONG
                        && entry.senses().stream().anyMatch(LONG_WORDS::contains)) {
                    gaps(phrase, phrase);
                    byGap.putIfAbsent(phrase, phrase);
                }
            }
        });
    }

    private void gaps(String word, String meant) {
        for (int i = 1; i < word.length(); i++) {
            byGap.putIfAbsent(without(word, i), meant);
        }
    }

    @Nullable String meantBy(String word) {
        if (!PLAIN.matcher(word).matches()) {
            return null;
        }
        String swapped = byLetters.get(word);
        return swapped != null ? swapped : word.length() < LONG - 1 ? null : gap(word);
    }

    /** A letter forgotten, one too many, or one wrong; never the first. */
    private @Nullable String gap(String word) {
        String forgotten = byGap.get(word);
        if (forgotten != null) {
            return forgotten;
        }
        for (int i = 1; i < word.length(); i++) {
            String meant = byGap.get(without(word, i));
            if (meant != null && meant.charAt(0) == word.charAt(0) && near(meant, word, i)) {
                return meant;
            }
        }
        return null;
    }

    /** A plural is no slip, and neither is another ending. */
    private static boolean near(String meant, String word, int at) {
        return at < word.length() - 1 && Math.abs(meant.length() - word.length()) <= 1;
    }

    private static String swapped(String word, int at) {
        char[] letters = word.toCharArray();
        char first = letters[at];
        letters[at] = letters[at + 1];
        letters[at + 1] = first;
        return new String(letters);
    }

    private static String without(String word, int at) {
        return word.substring(0, at) + word.substring(at + 1);
    }
}
