package dev.kubechat.plan;

import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.ResourceType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody speaks of: "checkout", "the checkout deployment", "pod web-0", "checkout and cart", "pods".
 *
 * @param type the kind named, as a word; null if none was
 * @param names none if only a kind was named
 */
record Thing(@Nullable String type, List<String> names) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?");
    private static final Set<String> NO_NAMES =
            Set.of(
                    "about",
                    "check",
                    "display",
                    "existing",
                    "fetch",
                    "get",
                    "give",
                    "list",
                    "logs",
                    "print",
                    "read",
                    "see",
                    "show",
                    "tail",
                    "view",
                    "all",
                    "and",
                    "any",
                    "are",
                    "by",
                    "down",
                    "each",
                    "every",
                    "everything",
                    "for",
                    "from",
                    "how",
                    "in",
                    "into",
                    "is",
                    "it",
                    "its",
                    "of",
                    "off",
                    "on",
                    "one",
                    "ones",
                    "or",
                    "out",
                    "over",
                    "replicas",
                    "running",
                    "some",
                    "that",
                    "their",
                    "them",
                    "these",
                    "they",
                    "things",
                    "this",
                    "those",
                    "to",
                    "up",
                    "was",
                    "what",
                    "when",
                    "where",
                    "which",
                    "who",
                    "why",
                    "with",
                    "you");

    Thing {
        names = List.copyOf(names);
    }

    static Optional<Thing> of(String words) {
        List<String> rest = new ArrayList<>(Arrays.asList(words.strip().split(" ", -1)));
        if (rest.size() == 1 && rest.getFirst().contains("/")) {
            return slashed(rest.getFirst());
        }
        String type = takeType(rest);
        List<String> names = names(rest);
        boolean wrong = names.size() * 2 - 1 != rest.size() && !rest.isEmpty();
        return wrong || !names.stream().allMatch(Thing::isName) || (type == null && names.isEmpty())
                ? Optional.empty()
                : Optional.of(new Thing(type, names));
    }

    private static Optional<Thing> slashed(String word) {
        String[] parts = word.split("/", -1);
        return parts.length == 2 && ResourceType.builtIn(parts[0]).isPresent() && isName(parts[1])
                ? Optional.of(new Thing(parts[0], List.of(parts[1])))
                : Optional.empty();
    }

    private static @Nullable String takeType(List<String> words) {
        if (isType(words.getFirst())) {
            String type = words.removeFirst();
            if (!words.isEmpty()
                    && (words.getFirst().equals("named") || words.getFirst().equals("called"))) {
                words.removeFirst();
            }
            return type;
        }
        return isType(words.getLast()) ? words.removeLast() : null;
    }

    /** "a and b and c": every second word. */
    private static List<String> names(List<String> words) {
        var names = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            boolean and = words.get(i).equals("and");
            if (and != (i % 2 == 1)) {
                return List.of();
            }
            if (!and) {
                names.add(words.get(i));
            }
        }
        return names;
    }

    private static boolean isName(String word) {
        return NAME.matcher(word).matches() && !NO_NAMES.contains(word) && !isType(word);
    }

    static boolean isType(String word) {
        return ResourceType.builtIn(word).isPresent();
    }

    boolean isNamed() {
        return !names.isEmpty();
    }

    /** With a kind: the one named, pod for a name that only pods have, else deployment. */
    Thing asWorkload() {
        if (type != null) {
            return this;
        }
        boolean pods = names.stream().allMatch(ObjectName::looksLikePod);
        return new Thing(pods ? "pod" : "deployment", names);
    }

    /** {@code TYPE/NAME} each, or TYPE. */
    String words() {
        return isNamed()
                ? names.stream().map(name -> type + "/" + name).collect(Collectors.joining(" "))
                : String.valueOf(type);
    }

    /** As a person says it. */
    String said() {
        return String.join(" and ", names);
    }
}
