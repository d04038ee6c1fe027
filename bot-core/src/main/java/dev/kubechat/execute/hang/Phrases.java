package dev.kubechat.execute.hang;

import java.util.Collection;
import java.util.Locale;

/** How things are counted and listed in a sentence. */
final class Phrases {

    private static final int NAMED = 5;

    private Phrases() {}

    /** {@code 1 pod}, {@code 3 pods}. */
    static String count(long number, String one) {
        return number == 1 ? "1 " + one : number + " " + one + "s";
    }

    static String verb(long number, String ofOne, String ofMany) {
        return number == 1 ? ofOne : ofMany;
    }

    /** {@code a, b and c}; of many, the first few and how many more. */
    static String list(Collection<String> all) {
        var names = all.stream().distinct().toList();
        if (names.size() <= 1) {
            return String.join("", names);
        }
        if (names.size() <= NAMED) {
            return String.join(", ", names.subList(0, names.size() - 1))
                    + " and "
                    + names.getLast();
        }
        return "%s and %d more"
                .formatted(String.join(", ", names.subList(0, NAMED)), names.size() - NAMED);
    }

    static String begun(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
