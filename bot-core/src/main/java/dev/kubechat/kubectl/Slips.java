package dev.kubechat.kubectl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Sentences for lines that kubectl itself would not take, with the nearest line that it would. */
final class Slips {

    private static final Set<String> RUN_KUBECTL =
            Set.of("sudo", "watch", "time", "env", "exec", "nohup", "xargs");

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=");

    private Slips() {}

    static Unreadable unknownCommand(
            LineReader.Line.UnknownCommand unknown, List<String> typed, Grammar grammar) {
        String word = unknown.word();
        String first = typed.getFirst();
        int kubectl = typed.indexOf("kubectl");
        if (kubectl > 0) {
            String rest = Canonical.words(typed.subList(kubectl, typed.size()));
            if (kubectl == 1 && VARIABLE.matcher(first).lookingAt()) {
                return new Unreadable(
                        "%s sets a variable of a shell, and there is none here. Leave it out."
                                .formatted(Shown.quoted(first)),
                        rest);
            }
            return new Unreadable(
                    "%s is another program than kubectl, and only kubectl is understood here."
                            .formatted(Shown.quoted(first)),
                    first.equals("sudo") ? rest : null);
        }
        if (RUN_KUBECTL.contains(word) || first.contains("/") || first.startsWith("kubectl-")) {
            return new Unreadable(
                    "%s is another program than kubectl, and only kubectl is understood here."
                            .formatted(Shown.quoted(first)));
        }
        Optional<String> near = Near.of(word.toLowerCase(Locale.ROOT), grammar.root().childNames());
        return near.map(verb ->
                        new Unreadable(
                                "kubectl has no command %s; did you mean %s?"
                                        .formatted(Shown.quoted(word), verb),
                                replaced(typed, word, verb)))
                .orElseGet(() -> new Unreadable(sentence(word, first)));
    }

    private static String sentence(String word, String first) {
        return word.equals(first)
                ? "%s is no command of kubectl, and only kubectl is understood here."
                        .formatted(Shown.quoted(word))
                : "kubectl has no command %s, and its plugins do not run here."
                        .formatted(Shown.quoted(word));
    }

    static Unreadable unknownFlag(LineReader.Line.UnknownFlag unknown, List<String> typed) {
        Grammar.Command command = unknown.command();
        String verb = command.verb();
        String what = "kubectl %s has no flag %s".formatted(verb, Shown.plain(unknown.written()));
        if (unknown.written().equals("-v") || unknown.name().equals("v")) {
            return new Unreadable(
                    "-v shows how kubectl talks to the server, and no kubectl program runs here."
                            + " Leave it out.");
        }
        List<String> names = command.flags().stream().map(Flag::name).toList();
        Optional<String> near =
                unknown.written().startsWith("--")
                        ? Near.of(unknown.name(), names)
                        : Optional.empty();
        return near.map(name ->
                        new Unreadable(
                                "%s; did you mean --%s?".formatted(what, name),
                                replacedFlag(typed, unknown.name(), name)))
                .orElseGet(() -> new Unreadable(what + "."));
    }

    static Unreadable noValue(LineReader.Line.NoValue noValue) {
        return new Unreadable(
                "%s stands at the end and needs a value behind it.".formatted(noValue.written()));
    }

    static Unreadable wrongValue(LineReader.Line.WrongValue wrong) {
        return new Unreadable(
                "--%s wants %s, and not %s."
                        .formatted(
                                wrong.flag().name(), wrong.wanted(), Shown.quoted(wrong.value())));
    }

    /** A command that is only there for its sub-commands. */
    static Unreadable groupAlone(Grammar.Command command, CommandLine line) {
        List<String> children = command.childNames();
        if (line.verb().isEmpty()) {
            return new Unreadable("kubectl needs a verb: kubectl get pods", "kubectl get pods");
        }
        String known = children.isEmpty() ? "." : ": %s.".formatted(String.join(", ", children));
        if (line.words().isEmpty()) {
            return new Unreadable("%s needs to be told what%s".formatted(line.verb(), known));
        }
        String word = line.words().getFirst();
        String near = Near.of(word, children).map(" Did you mean %s?"::formatted).orElse("");
        return new Unreadable(
                "%s knows no %s%s%s".formatted(line.verb(), Shown.quoted(word), known, near));
    }

    private static String replaced(List<String> typed, String word, String by) {
        return Canonical.words(typed.stream().map(one -> one.equals(word) ? by : one).toList());
    }

    private static String replacedFlag(List<String> typed, String name, String by) {
        String wrong = "--" + name;
        return Canonical.words(
                typed.stream()
                        .map(one ->
                                one.equals(wrong) || one.startsWith(wrong + "=")
                                        ? "--" + by + one.substring(wrong.length())
                                        : one)
                        .toList());
    }
}
