package dev.kubechat.plan;

import dev.kubechat.kubectl.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's words without what carries no meaning here (politeness, articles, punctuation), and with the namespace taken out.
 *
 * @param text small letters, one blank between words
 * @param namespace the one named, or null
 * @param everywhere whether all namespaces were named
 */
record Sentence(String text, @Nullable String namespace, boolean everywhere) {

    private static final int LONGEST = 300;
    private static final Pattern NOT_FOR_A_GRAMMAR =
            Pattern.compile(
                    "\\b(?:not|never|without|except|unless|if|then|when|until|after|before|instead|cluster|tomorrow|tonight|later)\\b|n't\\b|;");
    private static final Pattern FILLER =
            Pattern.compile(
                    "\\b(?:(?:can|could|would|will) (?:you|i|we)|i (?:want|need|would like)(?:"
                        + " you)?(?: to)?|let us|let me|for me|thank"
                        + " you|thanks|hello|hey|hi|please|pls|plz|kindly|just|quickly|asap|right"
                        + " now|now|currently|the|a|an|my|our|me|us|ok|okay|so)\\b");
    private static final Pattern EVERYWHERE =
            Pattern.compile(
                    " (?:(?:in|across|over|from|of) (?:all|every|each)(?: of)?"
                            + " namespaces?|everywhere|cluster-wide)\\b");
    private static final String NAME = "([a-z0-9](?:[-a-z0-9]*[a-z0-9])?)";
    private static final Pattern NAMED_NAMESPACE =
            Pattern.compile(
                    " (?:in|from|of|for|inside|within|on|at) (?:(?:namespace|ns) "
                            + NAME
                            + "|"
                            + NAME
                            + " (?:namespace|ns))(?= |$)");
    private static final Pattern PLAIN_NAMESPACE =
            Pattern.compile(" (?:in|inside|within) " + NAME + "(?= |$)");
    private static final Pattern TIME = Pattern.compile("[0-9]+[a-z]?");

    /** Empty if the words are too long or too winding for a small grammar. */
    static Optional<Sentence> of(String words) {
        if (words.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(words);
        if (NOT_FOR_A_GRAMMAR.matcher(plain.replace("cluster-wide", "everywhere")).find()) {
            return Optional.empty();
        }
        return Optional.of(
                withoutNamespace(joinedTypes(single(FILLER.matcher(plain).replaceAll(" ")))));
    }

    private static String plain(String words) {
        String plain =
                words.toLowerCase(Locale.ROOT)
                        .replaceAll("[’‘]", "'")
                        .replaceAll("\\b(what|how|who|where|which)'s\\b", "$1 is")
                        .replace("i'd", "i would")
                        .replace("let's", "let us")
                        .replaceAll("[\"“”`]|(?<![a-z])'|'(?![a-z])", "")
                        .replace(",", " and ")
                        .replaceAll("[.!?]+(?= |$)", "");
        return single(plain);
    }

    private static String single(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** "config map" is one word in Kubernetes. */
    private static String joinedTypes(String text) {
        var joined = new ArrayList<String>();
        for (String word : text.split(" ", -1)) {
            String before = joined.isEmpty() ? "" : joined.getLast();
            boolean type =
                    !before.isEmpty()
                            && isLongType(before + word)
                            && ResourceType.builtIn(before + word).isPresent();
            if (type) {
                joined.removeLast();
                joined.add(before + word);
            } else {
                joined.add(word);
            }
        }
        return String.join(" ", joined);
    }

    // short names are no words of two words: "p o"
    private static boolean isLongType(String word) {
        return word.length() > 6;
    }

    private static Sentence withoutNamespace(String text) {
        Matcher everywhere = EVERYWHERE.matcher(" " + text);
        if (everywhere.find()) {
            return new Sentence(single(everywhere.replaceAll(" ")), null, true);
        }
        for (Pattern pattern : List.of(NAMED_NAMESPACE, PLAIN_NAMESPACE)) {
            Matcher named = pattern.matcher(" " + text);
            if (named.find()) {
                String namespace = first(named);
                return TIME.matcher(namespace).matches()
                        ? new Sentence(text, null, false)
                        : new Sentence(single(named.replaceFirst(" ")), namespace, false);
            }
        }
        return new Sentence(text, null, false);
    }

    private static String first(Matcher named) {
        String one = named.group(1);
        return one != null ? one : String.valueOf(named.group(named.groupCount()));
    }

    Optional<Matcher> matching(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    /** {@code -n} or {@code -A} for a kubectl line, with a blank before it; nothing if no namespace was named. */
    String scope() {
        if (everywhere) {
            return " -A";
        }
        return namespace == null ? "" : " -n " + namespace;
    }

    /** What a person would add to name the namespace again. */
    String place() {
        return namespace == null ? "" : " in " + namespace;
    }
}
