package dev.kubechat.kubectl;

import dev.kubechat.kubectl.KubectlCommand.NotYet;
import java.util.List;
import java.util.Set;

/** The reading verbs' own forms: from a line taken apart to a typed command. */
final class Forms {

    private static final Set<String> DESCRIBE = Set.of("selector", "show-events");
    private static final Set<String> EVENTS = Set.of("for", "types", "output", "no-headers");

    private Forms() {}

    static KubectlCommand describe(CommandLine line, Grammar.Command command) {
        if (isFromElsewhere(line)) {
            return new NotYet(line);
        }
        Selection selection =
                NamedObjects.of(
                        some(
                                line,
                                "describe needs what to describe",
                                "kubectl describe deployment checkout"),
                        line);
        String showEvents = line.flag("show-events");
        return Flags.saysOnly(line, command, DESCRIBE)
                ? new KubectlCommand.Describe(
                        selection,
                        Flags.scope(line),
                        showEvents == null ? null : Boolean.valueOf(showEvents),
                        isOrPrefix(selection, line))
                : new NotYet(line);
    }

    // two objects of two types are two words in the canonical form, however they were typed
    private static boolean isOrPrefix(Selection selection, CommandLine line) {
        if (!(selection instanceof Selection.Named(var objects))) {
            return false;
        }
        boolean two = line.words().size() == 2;
        return switch (objects.size()) {
            case 1 -> two && !line.words().getFirst().contains("/");
            case 2 -> two || selection.types().size() == 2;
            default -> two;
        };
    }

    static KubectlCommand events(CommandLine line, Grammar.Command command) {
        if (!line.words().isEmpty()) {
            throw new Unreadable(
                    "events takes no words, the object goes behind --for: kubectl events"
                            + " --for=pod/web-0.",
                    "kubectl events --for=" + eventsFor(line.words()));
        }
        var output = Flags.output(line);
        String about = line.flag("for");
        ObjectName object = about == null || about.isEmpty() ? null : eventsObject(about);
        if (output.isEmpty() || !Flags.saysOnly(line, command, EVENTS)) {
            OutputFormats.check(line);
            return new NotYet(line);
        }
        return new KubectlCommand.Events(
                Flags.scope(line),
                object,
                line.values("types"),
                output.get(),
                line.has("no-headers"));
    }

    private static ObjectName eventsObject(String about) {
        if (!about.contains("/")) {
            throw new Unreadable(
                    "--for is TYPE/NAME, like --for=pod/web-0, and not %s."
                            .formatted(Shown.quoted(about)));
        }
        return NamedObjects.one(about);
    }

    private static String eventsFor(List<String> words) {
        return words.size() == 2 ? words.get(0) + "/" + words.get(1) : "pod/web-0";
    }

    /** Whether the objects come out of a file and not out of the words. */
    static boolean isFromElsewhere(CommandLine line) {
        return line.flags().containsKey("filename") || line.flags().containsKey("kustomize");
    }

    static List<String> some(CommandLine line, String what, String example) {
        if (line.words().isEmpty()) {
            throw new Unreadable(what + ": " + example, example);
        }
        return line.words();
    }
}
