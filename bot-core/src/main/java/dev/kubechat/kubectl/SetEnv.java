package dev.kubechat.kubectl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Variables of containers, {@code kubectl set env}.
 *
 * @param containers which ones, a pattern with {@code *}
 * @param from the config map or secret whose entries become variables; null for none
 * @param prefix before the names of those; null for none
 * @param keys only these entries of it; empty for all
 * @param overwrite whether a variable that has another value may be set
 * @param list only lists the variables, whatever else is there
 * @param resolve whether values that come from secrets are shown in that list
 */
public record SetEnv(
        Selection selection,
        Scope scope,
        Edits edits,
        String containers,
        @Nullable ObjectName from,
        @Nullable String prefix,
        List<String> keys,
        boolean overwrite,
        boolean list,
        boolean resolve,
        boolean local,
        ChangeOptions options)
        implements SetCommand {

    private static final String EXAMPLE = "kubectl set env deployment/checkout LOG_LEVEL=debug";

    public SetEnv {
        keys = List.copyOf(keys);
    }

    static SetEnv of(Said said) {
        Edits.Cut cut = Edits.Cut.of(said, SetEnv::isVariable);
        var changes = new ArrayList<>(said.list("env"));
        changes.addAll(cut.changes());
        Edits edits = edits(changes);
        ObjectName from = from(said);
        List<String> keys = said.list("keys");
        if (!keys.isEmpty() && from == null) {
            throw new Unreadable(
                    "--keys are entries of a config map or secret: name it with --from, like"
                            + " --from=configmap/checkout.");
        }
        boolean list = said.is("list");
        if (list && said.text("output") != null) {
            throw new Unreadable("--list has its own form, so it does not go with -o.");
        }
        if (edits.isEmpty() && from == null && !list) {
            throw new Unreadable("set env needs a variable, like %s.".formatted(EXAMPLE), EXAMPLE);
        }
        Selection selection = About.told(said, cut.objects(), EXAMPLE);
        String containers = said.text("containers");
        return new SetEnv(
                selection,
                said.scope(),
                edits,
                containers == null ? "*" : containers,
                from,
                said.text("prefix"),
                keys,
                said.holds("overwrite"),
                list,
                said.is("resolve"),
                About.local(said, selection),
                ChangeOptions.of(said).unless(list));
    }

    private static boolean isVariable(String word) {
        return word.indexOf('=') > 0 || word.endsWith("-");
    }

    private static Edits edits(List<String> words) {
        for (String word : words) {
            if (word.equals("-")) {
                throw new Unreadable(
                        "There is no standard input in a chat. Write the variables out, like"
                                + " LOG_LEVEL=debug.");
            }
            int equals = word.indexOf('=');
            if (equals < 0 && !word.endsWith("-")) {
                throw new Unreadable(
                        "%s is no variable: NAME=VALUE sets one, and NAME- takes it away."
                                .formatted(Shown.quoted(word)));
            }
            if (equals >= 0) {
                Syntax.variable(word.substring(0, equals));
            }
        }
        return Edits.of(words);
    }

    private static @Nullable ObjectName from(Said said) {
        String typed = said.text("from");
        if (typed == null) {
            return null;
        }
        ObjectName from = NamedObjects.one(typed);
        if (!from.type().is("configmaps", "") && !from.type().is("secrets", "")) {
            throw new Unreadable(
                    "Variables come --from a config map or a secret, like"
                            + " --from=configmap/checkout.");
        }
        return from;
    }

    @Override
    public boolean changes() {
        return !list && SetCommand.super.changes();
    }

    @Override
    public String verb() {
        return "set env";
    }

    @Override
    public CommandLine line() {
        LineBuilder line =
                new LineBuilder(verb())
                        .about(selection, scope)
                        .flag("local", local)
                        .options(options)
                        .unless("containers", containers, "*")
                        .flag("from", from)
                        .flag("prefix", prefix)
                        .list("keys", keys)
                        .off("overwrite", !overwrite)
                        .flag("list", list)
                        .flag("resolve", resolve);
        return edits.write(line).line();
    }
}
