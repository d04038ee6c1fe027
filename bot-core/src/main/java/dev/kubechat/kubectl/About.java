package dev.kubechat.kubectl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which objects a change is about: by name, by selector, or out of files. */
final class About {

    private About() {}

    /**
     * Objects of which each is told: a type alone does not do.
     *
     * @param example a whole line that would do
     */
    static Selection told(Said said, List<String> words, String example) {
        Selection selection = any(said, words, example);
        boolean untold =
                selection instanceof Selection.Matching matching
                        && matching.isEverything()
                        && !matching.all();
        if (untold) {
            throw new Unreadable(
                    "%s needs a type and a name, like %s.".formatted(verb(said), example), example);
        }
        return selection;
    }

    /** Objects, of which a type alone means all. */
    static Selection any(Said said, List<String> words, String example) {
        said.reading("all");
        said.reading("field-selector");
        String labels = said.selector("selector");
        Manifests manifests = Manifests.of(said);
        if (manifests != null) {
            return inFiles(said, words, manifests, labels);
        }
        if (words.isEmpty()) {
            throw new Unreadable(
                    "%s needs what to change, like %s.".formatted(verb(said), example), example);
        }
        boolean names = words.size() > 1 || words.getFirst().contains("/");
        // kubectl's --all is about types without names, only delete refuses it beside them
        Selection selection =
                NamedObjects.of(
                        words,
                        names && !verb(said).equals("delete")
                                ? said.line().without(List.of("all"))
                                : said.line());
        if (selection instanceof Selection.Matching matching
                && matching.all()
                && !matching.isEverything()) {
            throw new Unreadable(
                    "--all and a selector contradict each other: leave one of them out.");
        }
        return selection;
    }

    /** @throws Unreadable if words name objects, too */
    static Selection inFiles(
            Said said, List<String> words, Manifests manifests, @Nullable String labels) {
        if (!words.isEmpty()) {
            throw new Unreadable(
                    "%s is told both by the file and by %s: leave one of them out."
                            .formatted(verb(said), Shown.quoted(words.getFirst())));
        }
        return new Selection.InFiles(manifests, labels);
    }

    private static String verb(Said said) {
        return said.line().verb();
    }

    /** What {@code --local} needs: it works on files alone. */
    static boolean local(Said said, Selection selection) {
        boolean local = said.is("local");
        if (local && !(selection instanceof Selection.InFiles)) {
            throw new Unreadable(
                    "--local works on a file alone: name one with -f, or leave --local out.");
        }
        if (local && DryRun.of(said.line()) == DryRun.SERVER) {
            throw new Unreadable(
                    "--local asks no server, so it does not go with --dry-run=server.");
        }
        return local;
    }
}
