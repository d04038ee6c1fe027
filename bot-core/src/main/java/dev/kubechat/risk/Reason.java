package dev.kubechat.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a rule judges as it does, for people.
 *
 * @param texts what stands around the placeholders, one more than these
 * @param placeholders like {@code what}
 */
record Reason(List<String> texts, List<String> placeholders) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+(?::[a-z-]+)?)}");

    /** @param text with placeholders like {@code {what}} */
    static Reason of(String text) {
        var texts = new ArrayList<String>();
        var placeholders = new ArrayList<String>();
        Matcher found = PLACEHOLDER.matcher(text);
        int start = 0;
        while (found.find()) {
            texts.add(text.substring(start, found.start()));
            placeholders.add(found.group(1));
            start = found.end();
        }
        texts.add(text.substring(start));
        return new Reason(List.copyOf(texts), List.copyOf(placeholders));
    }

    String about(Facts facts) {
        if (placeholders.isEmpty()) {
            return texts.getFirst();
        }
        var filled = new StringBuilder(texts.getFirst());
        for (int i = 0; i < placeholders.size(); i++) {
            filled.append(facts.value(placeholders.get(i))).append(texts.get(i + 1));
        }
        if (!filled.isEmpty()) {
            filled.setCharAt(0, Character.toUpperCase(filled.charAt(0)));
        }
        return filled.toString();
    }
}
