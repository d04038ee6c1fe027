package dev.kubechat.kubectl;

import dev.kubechat.kubectl.KubectlCommand.NotYet;
import dev.kubechat.kubectl.KubectlCommand.Scale;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code scale TYPE NAME… --replicas=COUNT}. */
final class ScaleForm {

    private ScaleForm() {}

    static KubectlCommand of(CommandLine line, Grammar.Command command) {
        var said = new Said(line, command);
        int replicas = replicas(said.reading("replicas"));
        Selection selection = selection(said);
        var scale =
                new Scale(
                        selection,
                        said.scope(),
                        replicas,
                        currentReplicas(said.reading("current-replicas")),
                        version(said.reading("resource-version"), selection),
                        said.duration("timeout"),
                        ChangeOptions.of(said));
        return said.isAllKnown() ? scale : new NotYet(line);
    }

    private static int replicas(CommandLine line) {
        String replicas = line.flag("replicas");
        if (replicas == null) {
            String better =
                    "kubectl scale %s --replicas=3"
                            .formatted(
                                    line.words().isEmpty()
                                            ? "deployment checkout"
                                            : Canonical.words(line.words()));
            throw new Unreadable("scale needs --replicas, the count wanted: " + better, better);
        }
        return count("--replicas", replicas);
    }

    private static int count(String flag, String typed) {
        long count = Long.parseLong(typed);
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new Unreadable("%s is a count, 0 or more, and not %s.".formatted(flag, typed));
        }
        return (int) count;
    }

    private static Selection selection(Said said) {
        List<String> words = said.words();
        String example = "kubectl scale deployment checkout --replicas=3";
        if (words.isEmpty() && !Forms.isFromElsewhere(said.line())) {
            throw new Unreadable("scale needs what to scale: " + example, example);
        }
        Selection selection = About.any(said, words, example);
        boolean untold =
                selection instanceof Selection.Matching matching
                        && matching.isEverything()
                        && !matching.all();
        if (untold) {
            String better =
                    ResourceType.builtIn(words.getFirst()).isPresent()
                            ? "kubectl scale %s NAME --replicas=3".formatted(words.getFirst())
                            : "kubectl scale deployment %s --replicas=3"
                                    .formatted(Canonical.words(words));
            throw new Unreadable("scale needs a type and a name: " + better, better);
        }
        return selection;
    }

    private static @Nullable Integer currentReplicas(CommandLine line) {
        String typed = line.flag("current-replicas");
        return typed == null || typed.equals("-1")
                ? null
                : Integer.valueOf(count("--current-replicas", typed));
    }

    private static @Nullable String version(CommandLine line, Selection selection) {
        String version = line.flag("resource-version");
        if (version == null || version.isEmpty()) {
            return null;
        }
        boolean one =
                selection instanceof Selection.InFiles
                        || (selection instanceof Selection.Named named
                                && named.objects().size() == 1);
        if (!one) {
            throw new Unreadable(
                    "--resource-version goes with one object by name, since each has its own.");
        }
        return version;
    }
}
