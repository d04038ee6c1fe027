package dev.kubechat.kubectl;

import java.util.ArrayList;
import java.util.List;

/** Reads which objects a line is about, as kubectl's resource builder does: TYPE, TYPE NAME…, TYPE/NAME…. */
final class NamedObjects {

    private static final int MOST = 100;

    private NamedObjects() {}

    /**
     * @param words at least one
     * @throws Unreadable if they name nothing that makes sense
     */
    static Selection of(List<String> words, CommandLine line) {
        String labels = Flags.selector(line, "selector");
        String fields = Flags.selector(line, "field-selector");
        boolean all = line.has("all");
        if (words.size() == 1 && !words.getFirst().contains("/")) {
            return new Selection.Matching(types(words.getFirst()), labels, fields, all);
        }
        if (labels != null || fields != null || all) {
            throw new Unreadable(
                    "%s is told both by name and by %s: leave one of them out."
                            .formatted(
                                    Shown.plain(words.getLast()),
                                    labels != null || fields != null ? "selector" : "--all"));
        }
        List<ObjectName> named = named(words);
        if (line.has("all-namespaces") && anyInNamespace(named)) {
            throw new Unreadable(
                    "A name means one object in one namespace, so it does not go with -A: name the"
                            + " namespace with -n.");
        }
        return new Selection.Named(named);
    }

    private static boolean anyInNamespace(List<ObjectName> named) {
        return named.stream()
                .map(ObjectName::type)
                .anyMatch(type -> !type.known() || type.namespaced());
    }

    /** @throws Unreadable if they are no names, or more than anybody could look at on a card */
    static List<ObjectName> named(List<String> words) {
        if (commas(words.getFirst()) * words.size() + words.size() > MOST) {
            throw tooMany();
        }
        if (anySlash(words)) {
            return words.stream().map(NamedObjects::slashed).toList();
        }
        var objects = new ArrayList<ObjectName>();
        for (ResourceType type : types(words.getFirst())) {
            for (String name : words.subList(1, words.size())) {
                objects.add(new ObjectName(type, name));
            }
        }
        return objects;
    }

    /** @throws Unreadable if it is not TYPE/NAME */
    static ObjectName one(String typed) {
        String[] parts = typed.split("/", -1);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new Unreadable(
                    "%s is not TYPE/NAME, like deployment/checkout."
                            .formatted(Shown.quoted(typed)));
        }
        return new ObjectName(ResourceType.of(parts[0]), parts[1]);
    }

    private static int commas(String word) {
        int commas = 0;
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == ',') {
                commas++;
            }
        }
        return commas;
    }

    private static boolean anySlash(List<String> words) {
        for (String word : words) {
            if (word.indexOf('/') >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Names of one type, each alone or as TYPE/NAME. */
    static List<ObjectName> only(ResourceType type, List<String> words) {
        List<ObjectName> objects = usually(type, words);
        objects.stream()
                .filter(object -> !object.type().equals(type))
                .findFirst()
                .ifPresent(other -> {
                    throw new Unreadable(
                            "%s is no %s."
                                    .formatted(Shown.quoted(other.toString()), type.singular()));
                });
        return objects;
    }

    /** Names of that type, if they are not TYPE/NAME. */
    static List<ObjectName> usually(ResourceType usual, List<String> words) {
        if (words.size() > MOST) {
            throw tooMany();
        }
        return words.stream()
                .map(word -> word.contains("/") ? slashed(word) : new ObjectName(usual, word))
                .toList();
    }

    private static Unreadable tooMany() {
        return new Unreadable(
                "These are more than %d objects at once. Send them in smaller groups."
                        .formatted(MOST));
    }

    private static ObjectName slashed(String word) {
        if (word.indexOf('/') < 0) {
            throw new Unreadable(
                    "%s stands beside words with a slash: name every object as TYPE/NAME, like deployment/checkout."
                            .formatted(Shown.quoted(word)));
        }
        return one(word);
    }

    static List<ResourceType> types(String word) {
        if (word.indexOf(',') < 0 && !word.isEmpty() && !word.equals("all")) {
            return List.of(ResourceType.of(word));
        }
        var types = new ArrayList<ResourceType>();
        for (String part : word.split(",", -1)) {
            if (part.isEmpty()) {
                throw new Unreadable(
                        "%s has a comma with no resource type beside it; no blanks go around commas."
                                .formatted(Shown.quoted(word)));
            }
            types.addAll(part.equals("all") ? ResourceType.all() : List.of(ResourceType.of(part)));
        }
        return types.stream().distinct().toList();
    }
}
