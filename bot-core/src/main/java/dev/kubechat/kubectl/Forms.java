package dev.kubechat.kubectl;

import dev.kubechat.kubectl.KubectlCommand.NotYet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reading verbs' own forms: from a line taken apart to a typed command. */
final class Forms {

    private static final Set<String> DESCRIBE = Set.of("selector", "show-events");
    private static final Set<String> EVENTS = Set.of("for", "types", "output", "no-headers");

    private static final List<String> MANIFESTS = List.of("filename", "kustomize", "recursive");

    private Forms() {}

    static KubectlCommand describe(CommandLine line, Grammar.Command command) {
        Selection selection =
                looked(
                        line,
                        command,
                        "describe needs what to describe",
                        "kubectl describe deployment checkout");
        String showEvents = line.flag("show-events");
        return says(line, command, DESCRIBE)
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
        Format format = eventsFormat(line);
        String about = line.flag("for");
        ObjectName object = about == null || about.isEmpty() ? null : eventsObject(about);
        if (format == null || !Flags.saysOnly(line, command, EVENTS)) {
            OutputFormats.check(line);
            return new NotYet(line);
        }
        return new KubectlCommand.Events(
                Flags.scope(line), object, line.values("types"), format, line.has("no-headers"));
    }

    private static @Nullable Format eventsFormat(CommandLine line) {
        String typed = line.flag("output");
        return Format.Kind.of(typed == null ? "" : typed)
                .filter(kind -> kind != Format.Kind.WIDE)
                .map(Format::of)
                .or(() -> Format.ofObject(typed == null ? "" : typed))
                .orElse(null);
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

    /**
     * What a reading verb looks at: what the words name, or what files do. Beside files, as in kubectl, {@code --all} and field
     * selectors choose nothing.
     */
    static Selection looked(
            CommandLine line, Grammar.Command command, String what, String example) {
        var said = new Said(line, command);
        Manifests manifests = Manifests.of(said);
        if (manifests == null) {
            return NamedObjects.of(some(line, what, example), line);
        }
        // with a message come files and no folders, so there is nothing to go through
        var flat = new Manifests(manifests.files(), manifests.kustomization(), false);
        return About.inFiles(said, line.words(), flat, Flags.selector(line, "selector"));
    }

    /** Whether beside manifests, if any, these flags and the scope are all that the line sets. */
    static boolean says(CommandLine line, Grammar.Command command, Set<String> known) {
        return Flags.saysOnly(line.without(MANIFESTS), command, known);
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
