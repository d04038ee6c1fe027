package dev.kubechat.kubectl;

import dev.kubechat.kubectl.KubectlCommand.Delete;
import dev.kubechat.kubectl.KubectlCommand.NotYet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code delete TYPE NAME…}, or by selector, or {@code --all}. */
final class DeleteForm {

    private DeleteForm() {}

    static KubectlCommand of(CommandLine line, Grammar.Command command) {
        var said = new Said(line, command);
        // the card asks before anything is deleted, so -i (ask on a terminal) is done anyway
        said.reading("interactive");
        Cascade cascade = Cascade.of(said.reading("cascade"));
        Integer gracePeriod = gracePeriod(said.reading("grace-period"));
        ChangeOptions change = ChangeOptions.of(said);
        checkOutput(change);
        var options =
                new DeleteOptions(
                        cascade,
                        gracePeriod,
                        said.is("force"),
                        said.is("now"),
                        said.is("ignore-not-found"),
                        said.holds("wait"),
                        said.duration("timeout"));
        var delete = new Delete(selection(said), said.scope(), options, change);
        return said.isAllKnown() ? delete : new NotYet(line);
    }

    private static void checkOutput(ChangeOptions change) {
        String format = change.output().format();
        if (!format.isEmpty() && !format.equals("name")) {
            throw new Unreadable("delete has no output but its own words and -o name.");
        }
    }

    private static Selection selection(Said said) {
        List<String> words = said.words();
        String example = "kubectl delete pod web-0";
        if (words.isEmpty() && !Forms.isFromElsewhere(said.line())) {
            throw new Unreadable("delete needs what to delete: " + example, example);
        }
        Selection selection = About.any(said, words, example);
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

    /** The seconds; null if each object has its own. */
    static @Nullable Integer gracePeriod(CommandLine line) {
        String typed = line.flag("grace-period");
        if (typed == null || typed.startsWith("-")) {
            return null;
        }
        long seconds = Long.parseLong(typed);
        if (seconds > Integer.MAX_VALUE) {
            throw new Unreadable(
                    "--grace-period is a number of seconds, 0 or more, and not %s."
                            .formatted(typed));
        }
        return (int) seconds;
    }
}
