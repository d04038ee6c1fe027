package dev.kubechat.kubectl;

import dev.kubechat.kubectl.KubectlCommand.Delete;
import dev.kubechat.kubectl.KubectlCommand.NotYet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code delete TYPE NAME…}, or by selector, or {@code --all}. */
final class DeleteForm {

    // the card asks before anything is deleted, so -i (ask on a terminal) is done anyway
    private static final Set<String> TAKEN =
            Set.of(
                    "selector",
                    "field-selector",
                    "all",
                    "cascade",
                    "grace-period",
                    "force",
                    "now",
                    "ignore-not-found",
                    "interactive",
                    "wait");

    private DeleteForm() {}

    static KubectlCommand of(CommandLine line, Grammar.Command command) {
        Cascade cascade = cascade(line);
        if (Forms.isFromElsewhere(line) || line.flags().containsKey("raw")) {
            return new NotYet(line);
        }
        Selection selection = selection(line);
        Integer gracePeriod = gracePeriod(line);
        boolean contradicts =
                gracePeriod != null && (line.has("now") || (line.has("force") && gracePeriod > 0));
        if (contradicts || !Flags.saysOnly(line, command, TAKEN)) {
            return new NotYet(line);
        }
        var options =
                new DeleteOptions(
                        cascade,
                        gracePeriod,
                        line.has("force"),
                        line.has("now"),
                        line.has("ignore-not-found"),
                        !"false".equals(line.flag("wait")));
        return new Delete(selection, Flags.scope(line), options);
    }

    private static Selection selection(CommandLine line) {
        List<String> words =
                Forms.some(line, "delete needs what to delete", "kubectl delete pod web-0");
        Selection selection = NamedObjects.of(words, line);
        boolean untold =
                selection instanceof Selection.Matching matching
                        && matching.isEverything()
                        && !matching.all();
        if (untold) {
            throw new Unreadable(
                    "delete needs a type and a name, a selector (-l) or --all: kubectl delete %s NAME"
                            .formatted(
                                    ResourceType.builtIn(words.getFirst()).isPresent()
                                            ? words.getFirst()
                                            : "TYPE"));
        }
        return selection;
    }

    private static Cascade cascade(CommandLine line) {
        String typed = line.flag("cascade");
        return switch (typed) {
            case null -> Cascade.BACKGROUND;
            case "background", "true" -> Cascade.BACKGROUND;
            case "foreground" -> Cascade.FOREGROUND;
            case "orphan", "false" -> Cascade.ORPHAN;
            default ->
                    throw new Unreadable(
                            "--cascade is background, foreground or orphan, and not %s."
                                    .formatted(Shown.quoted(typed)));
        };
    }

    private static @Nullable Integer gracePeriod(CommandLine line) {
        String typed = line.flag("grace-period");
        if (typed == null || typed.equals("-1")) {
            return null;
        }
        long seconds = Long.parseLong(typed);
        if (seconds < 0 || seconds > Integer.MAX_VALUE) {
            throw new Unreadable(
                    "--grace-period is a number of seconds, 0 or more, and not %s."
                            .formatted(typed));
        }
        return (int) seconds;
    }
}
