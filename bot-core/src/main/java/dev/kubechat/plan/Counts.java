package dev.kubechat.plan;

import java.util.List;

/** Counts as people write them. */
final class Counts {

    private static final List<String> WORDS =
            List.of(
                    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten", "eleven", "twelve");

    /** To be put into a pattern, inside a group. */
    static final String PATTERN = "[0-9]{1,9}|" + String.join("|", WORDS);

    private Counts() {}

    static int of(String said) {
        int word = WORDS.indexOf(said);
        return word >= 0 ? word : Integer.parseInt(said);
    }
}
