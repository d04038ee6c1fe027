package dev.kubechat.risk;

import dev.kubechat.kubectl.CommandLine;
import dev.kubechat.kubectl.InvalidName;
import dev.kubechat.kubectl.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The objects a line speaks of, as far as its words tell.
 *
 * @param names by type, as a person reads them
 */
record Targets(List<ResourceType> types, List<String> names, Breadth breadth) {

    private static final ResourceType NODES = ResourceType.of("nodes");
    private static final ResourceType REQUESTS = ResourceType.of("certificatesigningrequests");
    private static final ResourceType UNREADABLE = ResourceType.of("unreadable");
    private static final ResourceType PODS = ResourceType.of("pods");
    private static final String NAMESPACE = "namespace ";
    private static final Set<String> OF_NODES = Set.of("cordon", "uncordon", "drain", "top node");
    private static final Set<String> OF_PODS = Set.of("exec", "debug", "logs", "attach", "top pod");
    private static final Set<String> OF_NOTHING =
            Set.of(
                    "explain",
                    "api-resources",
                    "api-versions",
                    "version",
                    "cluster-info",
                    "cluster-info dump",
                    "auth can-i",
                    "auth whoami",
                    "options",
                    "help",
                    "kustomize",
                    "run",
                    "events");

    static Targets of(CommandLine line) {
        String verb = line.verb();
        if (OF_NOTHING.contains(verb) || verb.startsWith("create") || verb.startsWith("config")) {
            return new Targets(List.of(), List.of(), Breadth.NONE);
        }
        if (!line.values("filename").isEmpty() || !line.values("kustomize").isEmpty()) {
            return new Targets(List.of(), List.of(), Breadth.FILE);
        }
        if (OF_NODES.contains(verb)) {
            return named(line, NODES, objectWords(line));
        }
        if (verb.startsWith("certificate")) {
            return named(line, REQUESTS, line.arguments());
        }
        if (verb.equals("cp")) {
            // its words are places in containers
            return new Targets(List.of(PODS), List.of(), Breadth.NONE);
        }
        if (OF_PODS.contains(verb)) {
            return named(line, PODS, first(line.arguments()));
        }
        return byWords(line, objectWords(line));
    }

    /** The words up to what is to be written: key=value, key-, key=value:effect, a service account. */
    private static List<String> objectWords(CommandLine line) {
        List<String> words = line.words();
        int end = 0;
        while (end < words.size() && !isWritten(words.get(end))) {
            end++;
        }
        if (end > 0 && line.verb().equals("set serviceaccount")) {
            end--;
        }
        return words.subList(0, end);
    }

    private static List<String> first(List<String> words) {
        return words.isEmpty() ? words : words.subList(0, 1);
    }

    private static boolean isWritten(String word) {
        return word.indexOf('=') >= 0
                || word.endsWith("-")
                || word.contains(":NoSchedule")
                || word.contains(":NoExecute")
                || word.contains(":PreferNoSchedule");
    }

    private static Targets byWords(CommandLine line, List<String> words) {
        if (words.isEmpty()) {
            return new Targets(List.of(), List.of(), Breadth.NONE);
        }
        for (String word : words) {
            if (word.indexOf('/') >= 0) {
                return named(line, PODS, words);
            }
        }
        List<ResourceType> types = types(words.getFirst());
        List<String> names = words.subList(1, words.size());
        if (names.isEmpty()) {
            return new Targets(types, List.of(), Selectors.breadth(line));
        }
        var described = new ArrayList<String>();
        types.forEach(type -> names.forEach(name -> described.add(type.singular() + " " + name)));
        return new Targets(types, described, described.size() == 1 ? Breadth.ONE : Breadth.SEVERAL);
    }

    private static Targets named(CommandLine line, ResourceType usual, List<String> words) {
        var types = new LinkedHashSet<ResourceType>();
        var names = new ArrayList<String>();
        for (String word : words) {
            int slash = word.indexOf('/');
            List<ResourceType> of = slash < 0 ? List.of(usual) : types(word.substring(0, slash));
            types.addAll(of);
            of.forEach(type -> names.add(type.singular() + " " + word.substring(slash + 1)));
        }
        if (names.isEmpty()) {
            return new Targets(List.of(usual), List.of(), Selectors.breadth(line));
        }
        return new Targets(
                List.copyOf(types), names, names.size() == 1 ? Breadth.ONE : Breadth.SEVERAL);
    }

    private static List<ResourceType> types(String words) {
        if (words.indexOf(',') < 0) {
            return List.of(type(words));
        }
        var types = new LinkedHashSet<ResourceType>();
        for (String word : words.split(",", -1)) {
            types.add(type(word));
        }
        return List.copyOf(types);
    }

    private static ResourceType type(String word) {
        try {
            return ResourceType.of(word);
        } catch (InvalidName notAType) {
            // spoken of all the same: a type that no rule knows
            return UNREADABLE;
        }
    }

    boolean isNamespace(String name) {
        for (String target : names) {
            if (target.length() == NAMESPACE.length() + name.length()
                    && target.startsWith(NAMESPACE)
                    && target.endsWith(name)) {
                return true;
            }
        }
        return false;
    }

    boolean mayHoldNamespaces() {
        boolean open =
                breadth == Breadth.SELECTED
                        || breadth == Breadth.MOST
                        || breadth == Breadth.EVERYTHING;
        return open && types.stream().anyMatch(type -> type.is("namespaces", ""));
    }

    String described() {
        return switch (breadth) {
            case ONE, SEVERAL -> String.join(", ", names);
            case SELECTED, MOST -> "each of the matching " + plurals();
            case EVERYTHING -> "each of the " + plurals();
            case FILE -> "what the manifest names";
            case NONE -> "it";
        };
    }

    private String plurals() {
        return String.join(", ", types.stream().map(ResourceType::plural).toList());
    }
}
