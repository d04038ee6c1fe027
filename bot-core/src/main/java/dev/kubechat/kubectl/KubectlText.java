package dev.kubechat.kubectl;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells kubectl from plain words, which begin with the same verbs: "get pods" is kubectl, "scale checkout to 3 in shop" is not. */
final class KubectlText {

    private static final Pattern FIRST_WORD = Pattern.compile("\\s");

    /** Words of sentences that no object is called, at any place behind the verb. */
    private static final Set<String> SENTENCE =
            Set.of(
                    "a",
                    "about",
                    "an",
                    "and",
                    "any",
                    "are",
                    "at",
                    "by",
                    "can",
                    "every",
                    "everything",
                    "for",
                    "from",
                    "how",
                    "i",
                    "in",
                    "into",
                    "is",
                    "it",
                    "its",
                    "me",
                    "my",
                    "of",
                    "on",
                    "our",
                    "please",
                    "pls",
                    "some",
                    "that",
                    "the",
                    "their",
                    "them",
                    "these",
                    "this",
                    "those",
                    "to",
                    "up",
                    "us",
                    "what",
                    "when",
                    "where",
                    "which",
                    "why",
                    "with",
                    "you");

    private final Grammar grammar;

    KubectlText(Grammar grammar) {
        this.grammar = grammar;
    }

    boolean is(String text) {
        String bare = Pasted.bare(Pasted.of(text).line()).strip();
        List<String> words = List.of(FIRST_WORD.split(bare));
        String first = seen(words.getFirst());
        if (first.equalsIgnoreCase("kubectl") || first.startsWith("kubectl-")) {
            return true;
        }
        List<String> rest = words.stream().skip(1).filter(word -> !word.isEmpty()).toList();
        if (first.equals("k")) {
            return !rest.isEmpty() && (isVerb(rest.getFirst()) || isFlag(rest.getFirst()));
        }
        return isVerb(first) && !bare.endsWith("?") && fits(first, rest);
    }

    /** Without what cannot be seen, so that the reader gets to say that it is there. */
    private static String seen(String word) {
        return word.codePoints()
                .filter(c -> !LookAlikes.isHidden(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private boolean isVerb(String word) {
        return grammar.root().child(word) != null;
    }

    private static boolean isFlag(String word) {
        return word.length() > 1
                && (word.startsWith("-") || LookAlikes.isDash(word.codePointAt(0)));
    }

    private boolean fits(String verb, List<String> rest) {
        List<String> words = rest.stream().filter(word -> !isFlag(word)).toList();
        boolean sentence =
                words.stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .anyMatch(SENTENCE::contains);
        if (sentence) {
            return false;
        }
        return words.size() < rest.size() || wordsFit(verb, words);
    }

    private boolean wordsFit(String verb, List<String> words) {
        return switch (verb) {
            case "get" -> !words.isEmpty() && areTypes(words.getFirst()) && !isAllOf(words);
            case "describe",
                    "delete",
                    "label",
                    "annotate",
                    "patch",
                    "expose",
                    "autoscale",
                    "scale",
                    "edit",
                    "wait",
                    "explain" ->
                    !words.isEmpty() && areTypes(words.getFirst());
            case "logs" -> isLogs(words);
            case "events", "version", "api-resources", "api-versions", "options" -> words.isEmpty();
            case "rollout" ->
                    words.size() > 1 && isChild(verb, words.getFirst()) && areTypes(words.get(1));
            case "auth",
                    "certificate",
                    "config",
                    "create",
                    "set",
                    "top",
                    "kuberc",
                    "plugin",
                    "alpha" ->
                    !words.isEmpty() && isChild(verb, words.getFirst());
            case "cluster-info" -> true;
            case "cordon", "uncordon", "drain" -> words.size() == 1;
            case "taint" -> words.size() > 1 && areTypes(words.getFirst());
            default -> false;
        };
    }

    /** "get all pods" is English, "get all" is kubectl. */
    private static boolean isAllOf(List<String> words) {
        return words.size() > 1 && words.getFirst().equals("all");
    }

    /** A bare name is kubectl's only if pods are called like that; else it means a deployment, which plain words know. */
    private static boolean isLogs(List<String> words) {
        return switch (words.size()) {
            case 1 ->
                    (words.getFirst().contains("/") && areTypes(words.getFirst()))
                            || ObjectName.looksLikePod(words.getFirst());
            case 2 -> words.getFirst().contains("/") && areTypes(words.getFirst());
            default -> false;
        };
    }

    private boolean isChild(String verb, String word) {
        Grammar.Command command = grammar.root().child(verb);
        return command != null && command.child(word) != null;
    }

    /** Whether each type between the commas is a built-in one, or one that only a machine would write (with a dot). */
    private static boolean areTypes(String word) {
        String types = word.contains("/") ? word.substring(0, word.indexOf('/')) : word;
        return types.equals("all")
                || List.of(types.split(",", -1)).stream()
                        .allMatch(type ->
                                ResourceType.builtIn(type).isPresent()
                                        || type.matches("[a-z]+\\.[a-z0-9.-]*[a-z0-9]"));
    }
}
