package dev.kubechat.execute.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A field's name as words: {@code lastTransitionTime} is {@code Last Transition Time}, {@code podCIDRs} is {@code Pod CIDRs}. */
final class SmartLabel {

    private static final Set<String> ACRONYMS = Set.of("API", "URL", "UID", "GUID");

    private SmartLabel() {}

    static String of(String field) {
        if (field.codePoints().anyMatch(letter -> !Character.isLetter(letter) && letter != '-')) {
            return field;
        }
        return String.join(" ", merged(split(field)).stream().map(SmartLabel::word).toList());
    }

    private static String word(String part) {
        var upper = part.toUpperCase(Locale.ROOT);
        if (ACRONYMS.contains(upper)) {
            return upper;
        }
        if (!part.toLowerCase(Locale.ROOT).equals(part)) {
            return part;
        }
        var first = part.offsetByCodePoints(0, 1);
        return part.substring(0, first).toUpperCase(Locale.ROOT) + part.substring(first);
    }

    // CID and Rs belong together
    private static List<String> merged(List<String> parts) {
        var merged = new ArrayList<String>();
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (i < parts.size() - 1
                    && Values.length(part) >= 2
                    && part.codePoints().allMatch(SmartLabel::isNoSmallLetter)
                    && Character.isUpperCase(parts.get(i + 1).codePointAt(0))) {
                merged.add(part + parts.get(++i));
            } else {
                merged.add(part);
            }
        }
        return merged;
    }

    private static boolean isNoSmallLetter(int letter) {
        return !Character.isLetter(letter) || Character.isUpperCase(letter);
    }

    // as github.com/fatih/camelcase: a new part where the class of letters changes; the last great
    // letter before small ones is theirs
    private static List<String> split(String field) {
        var parts = new ArrayList<StringBuilder>();
        var last = 0;
        for (var letter : field.codePoints().toArray()) {
            var kind = kind(letter);
            if (kind != last) {
                parts.add(new StringBuilder());
            }
            parts.getLast().appendCodePoint(letter);
            last = kind;
        }
        for (var i = 0; i < parts.size() - 1; i++) {
            var part = parts.get(i);
            var next = parts.get(i + 1);
            if (kind(part.codePointAt(0)) == 2 && kind(next.codePointAt(0)) == 1) {
                var cut = part.offsetByCodePoints(part.length(), -1);
                next.insert(0, part.substring(cut));
                part.setLength(cut);
            }
        }
        return parts.stream().map(StringBuilder::toString).filter(part -> !part.isEmpty()).toList();
    }

    private static int kind(int letter) {
        return Character.isLowerCase(letter) ? 1 : Character.isUpperCase(letter) ? 2 : 4;
    }
}
