package dev.kubechat.app.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the words of a line mean, which depends on its verb. */
final class Arguments {

    private static final Pattern COPIED =
            Pattern.compile(
                    "([^/:%1$s]+)/([^/:%1$s]+):(.*)".formatted(Blanks.CLASS), Pattern.DOTALL);

    private final String verb;
    private final List<String> words;
    private final SortedMap<String, String> flags;
    private @Nullable List<String> tail;
    private Set<Target> targets = new HashSet<>();
    private List<String> arguments = List.of();

    Arguments(WordsOfLine line) {
        this.verb = line.verb();
        this.words = line.arguments();
        this.flags = FlagValues.of(verb, line.flags());
        this.tail = line.tail();
    }

    CommandMeaning meaning(@Nullable String namespace) {
        sort(FlagNames.head(verb));
        if (namespace != null
                && !namespace.isEmpty()
                && !flags.containsKey("namespace")
                && !"true".equals(flags.get("all-namespaces"))) {
            flags.put("namespace", namespace);
        }
        return new CommandMeaning(verb, targets, List.copyOf(arguments), flags, tail);
    }

    private void sort(String head) {
        switch (head) {
            case "logs", "exec", "attach", "port-forward", "debug" -> podFirst();
            case "cp" -> copied();
            case "cordon", "uncordon", "drain" -> targets = named("node");
            case "top" -> top();
            case "explain" -> explained();
            case "run" -> run();
            case "label", "annotate" -> pairs(false);
            case "taint" -> pairs(true);
            case "set" -> set();
            case "create" -> arguments = words;
            case "auth" -> arguments = verb.equals("auth can-i") ? canI() : words;
            case "wait" -> awaited();
            case "get",
                    "describe",
                    "delete",
                    "edit",
                    "patch",
                    "scale",
                    "autoscale",
                    "expose",
                    "rollout" ->
                    targets = Target.all(words);
            case "apply" -> {
                if (verb.equals("apply view-last-applied")
                        || verb.equals("apply edit-last-applied")) {
                    targets = Target.all(words);
                } else {
                    arguments = words;
                }
            }
            case "certificate" -> arguments = words.stream().sorted().toList();
            default -> arguments = words;
        }
    }

    private Set<Target> named(String usual) {
        return words.stream().map(word -> Target.of(word, usual)).collect(Collectors.toSet());
    }

    private void podFirst() {
        if (words.isEmpty()) {
            return;
        }
        targets = Set.of(Target.of(words.getFirst(), "pod"));
        List<String> rest = words.subList(1, words.size());
        switch (verb) {
            case "exec" -> {
                if (tail == null && !rest.isEmpty()) {
                    tail = rest;
                    rest = List.of();
                }
            }
            case "logs" -> {
                if (!rest.isEmpty() && !flags.containsKey("container")) {
                    flags.put("container", rest.getFirst());
                    rest = rest.subList(1, rest.size());
                }
            }
            case "port-forward" ->
                    rest =
                            rest.stream()
                                    .map(port -> port.contains(":") ? port : port + ":" + port)
                                    .sorted()
                                    .toList();
            default -> {}
        }
        arguments = rest;
    }

    private void copied() {
        var paths = new ArrayList<String>();
        for (String word : words) {
            var path = COPIED.matcher(word);
            if (path.matches()) {
                flags.putIfAbsent("namespace", path.group(1));
                paths.add(path.group(2) + ":" + path.group(3));
            } else {
                paths.add(word);
            }
        }
        arguments = paths;
    }

    private void top() {
        String kind = verb.contains(" ") ? verb.split(" ", -1)[1] : "";
        targets =
                words.isEmpty()
                        ? Set.of(new Target(kind, ""))
                        : words.stream()
                                .map(word ->
                                        new Target(kind, word.substring(word.lastIndexOf('/') + 1)))
                                .collect(Collectors.toSet());
    }

    private void explained() {
        if (words.isEmpty()) {
            return;
        }
        var all = new ArrayList<>(words);
        String first = all.getFirst();
        int dot = first.indexOf('.');
        all.set(
                0,
                dot < 0
                        ? TypeNames.of(first)
                        : TypeNames.of(first.substring(0, dot)) + first.substring(dot));
        arguments = all;
    }

    private void run() {
        if (words.isEmpty()) {
            return;
        }
        targets = Set.of(new Target("pod", words.getFirst()));
        if (tail == null && words.size() > 1) {
            tail = words.subList(1, words.size());
        }
    }

    private void set() {
        switch (verb) {
            case "set image", "set env", "set selector" -> pairs(false);
            case "set serviceaccount" -> {
                int last = Math.max(0, words.size() - 1);
                targets = Target.all(words.subList(0, last));
                arguments = words.subList(last, words.size());
            }
            default -> targets = Target.all(words);
        }
    }

    private void pairs(boolean taint) {
        arguments = words.stream().filter(word -> isPair(word, taint)).sorted().toList();
        targets = Target.all(words.stream().filter(word -> !isPair(word, taint)).toList());
    }

    private static boolean isPair(String word, boolean taint) {
        return word.indexOf('=', 1) > 0
                || (word.endsWith("-") && word.length() > 1)
                || (taint && word.contains(":"));
    }

    private void awaited() {
        boolean type =
                words.size() == 1
                        && !words.getFirst().contains("/")
                        && !flags.containsKey("selector")
                        && !flags.containsKey("all");
        targets = type ? Set.of(new Target(TypeNames.of(words.getFirst()), "")) : Target.all(words);
    }

    private List<String> canI() {
        var all = new ArrayList<>(words);
        if (all.size() > 1) {
            all.set(1, permission(all.get(1)));
        }
        return all;
    }

    private static String permission(String word) {
        if (word.startsWith("/") || word.equals("*")) {
            return word;
        }
        int slash = word.indexOf('/');
        return slash < 0
                ? TypeNames.of(word)
                : TypeNames.of(word.substring(0, slash)) + word.substring(slash);
    }
}
