package dev.kubechat.kubectl;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Labels and annotations of objects. */
public sealed interface MarkCommand extends ChangeCommand {

    Selection selection();

    Edits edits();

    /** Whether what there would be is listed, and nothing changed. */
    boolean list();

    @Override
    default boolean changes() {
        return !list() && ChangeCommand.super.changes();
    }

    @Override
    default boolean livesInNamespace() {
        return Verbs.livesInNamespace(selection());
    }

    /**
     * @param overwrite whether a label that has another value may be set
     * @param resourceVersion only at that version; null for any
     * @param local only shows what would come out of the file
     */
    record Label(
            Selection selection,
            Scope scope,
            Edits edits,
            boolean overwrite,
            boolean list,
            @Nullable String resourceVersion,
            boolean local,
            ChangeOptions options)
            implements MarkCommand {

        static Label of(Said said) {
            Edits.Cut cut = Edits.Cut.of(said, Edits::isPair);
            Edits edits = Edits.of(cut.changes());
            edits.set()
                    .forEach((key, value) -> {
                        Syntax.qualifiedName(key, "label");
                        Syntax.labelValue(key, value);
                    });
            Selection selection = objects(said, cut, "kubectl label pod web-0 tier=front");
            checkList(said, edits, "kubectl label pod web-0 tier=front");
            return new Label(
                    selection,
                    said.scope(),
                    edits,
                    said.is("overwrite"),
                    said.is("list"),
                    version(said, selection),
                    About.local(said, selection),
                    ChangeOptions.of(said).unless(said.is("list")));
        }

        @Override
        public String verb() {
            return "label";
        }

        @Override
        public CommandLine line() {
            return write(this, overwrite, resourceVersion, local);
        }
    }

    /** Likewise for annotations. */
    record Annotate(
            Selection selection,
            Scope scope,
            Edits edits,
            boolean overwrite,
            boolean list,
            @Nullable String resourceVersion,
            boolean local,
            ChangeOptions options)
            implements MarkCommand {

        static Annotate of(Said said) {
            Edits.Cut cut = Edits.Cut.of(said, Edits::isPair);
            Edits edits = Edits.of(cut.changes());
            edits.set()
                    .keySet()
                    .forEach(key ->
                            Syntax.qualifiedName(key.toLowerCase(Locale.ROOT), "annotation"));
            String example = "kubectl annotate pod web-0 note=checked";
            Selection selection = objects(said, cut, example);
            checkList(said, edits, example);
            return new Annotate(
                    selection,
                    said.scope(),
                    edits,
                    said.is("overwrite"),
                    said.is("list"),
                    version(said, selection),
                    About.local(said, selection),
                    ChangeOptions.of(said).unless(said.is("list")));
        }

        @Override
        public String verb() {
            return "annotate";
        }

        @Override
        public CommandLine line() {
            return write(this, overwrite, resourceVersion, local);
        }
    }

    private static Selection objects(Said said, Edits.Cut cut, String example) {
        return About.told(said, cut.objects(), example);
    }

    private static void checkList(Said said, Edits edits, String example) {
        if (said.is("list") && said.text("output") != null) {
            throw new Unreadable("--list has its own form, so it does not go with -o.");
        }
        if (edits.isEmpty() && !said.is("list")) {
            throw new Unreadable(
                    "%s needs what to set or to take away, like %s."
                            .formatted(said.line().verb(), example),
                    example);
        }
    }

    private static @Nullable String version(Said said, Selection selection) {
        String version = said.text("resource-version");
        boolean several =
                switch (selection) {
                    case Selection.Named named -> named.objects().size() > 1;
                    case Selection.Matching _ -> true;
                    case Selection.InFiles _ -> false;
                };
        if (version != null && several) {
            throw new Unreadable(
                    "--resource-version goes with one object by name, since each has its own.");
        }
        return version;
    }

    private static CommandLine write(
            MarkCommand mark, boolean overwrite, @Nullable String resourceVersion, boolean local) {
        LineBuilder line =
                new LineBuilder(mark.verb())
                        .about(mark.selection(), mark.scope())
                        .flag("overwrite", overwrite)
                        .flag("list", mark.list())
                        .flag("resource-version", resourceVersion)
                        .flag("local", local)
                        .options(mark.options());
        return mark.edits().write(line).line();
    }
}
