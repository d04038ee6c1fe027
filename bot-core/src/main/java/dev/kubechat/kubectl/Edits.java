package dev.kubechat.kubectl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What is set and what is taken away, by key: {@code key=value} and {@code key-}.
 *
 * @param set the new values
 * @param removed the keys that go; none of them is set too
 */
public record Edits(SortedMap<String, String> set, SortedSet<String> removed) {

    public Edits {
        set = Collections.unmodifiableSortedMap(new TreeMap<>(set));
        removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
        for (String key : removed) {
            if (set.containsKey(key)) {
                throw new Unreadable(
                        "%s is both set and taken away: leave one of the two out."
                                .formatted(Shown.quoted(key)));
            }
        }
    }

    boolean isEmpty() {
        return set.isEmpty() && removed.isEmpty();
    }

    LineBuilder write(LineBuilder line) {
        line.pairs(set);
        removed.forEach(key -> line.word(key + "-"));
        return line;
    }

    /** Words cut where the objects end and the changes begin. */
    record Cut(List<String> objects, List<String> changes) {

        /** @throws Unreadable if objects follow changes */
        static Cut of(Said said, Predicate<String> isChange) {
            List<String> words = said.words();
            int at = 0;
            while (at < words.size() && !isChange.test(words.get(at))) {
                at++;
            }
            var cut = new Cut(words.subList(0, at), words.subList(at, words.size()));
            cut.changes().stream()
                    .filter(isChange.negate())
                    .findFirst()
                    .ifPresent(word -> {
                        throw new Unreadable(
                                "%s stands behind what is to be changed: first what to change, then the changes."
                                        .formatted(Shown.quoted(word)));
                    });
            return cut;
        }
    }

    /** Whether kubectl takes the word for {@code key=value} or {@code key-}. */
    static boolean isPair(String word) {
        return word.indexOf('=') > 0 || (word.endsWith("-") && !word.equals("-"));
    }

    static Edits of(List<String> words) {
        var set = new TreeMap<String, String>();
        var removed = new ArrayList<String>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                set.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                removed.add(word.substring(0, word.length() - 1));
            }
        }
        return new Edits(set, new TreeSet<>(removed));
    }
}
