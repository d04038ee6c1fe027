package dev.kubechat.kubectl;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes to nodes: which pods they take, and which they keep. */
public sealed interface NodeCommand extends ChangeCommand {

    ResourceType NODES = ResourceType.of("nodes");

    /** Nodes, by name or by selector. */
    Selection selection();

    @Override
    default boolean livesInNamespace() {
        return false;
    }

    /** No new pods on the nodes. */
    record Cordon(Selection selection, Scope scope, ChangeOptions options) implements NodeCommand {

        static Cordon of(Said said) {
            return new Cordon(nodes(said), said.scope(), ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "cordon";
        }

        @Override
        public CommandLine line() {
            return start(this).line();
        }
    }

    /** New pods on the nodes again. */
    record Uncordon(Selection selection, Scope scope, ChangeOptions options)
            implements NodeCommand {

        static Uncordon of(Said said) {
            return new Uncordon(nodes(said), said.scope(), ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "uncordon";
        }

        @Override
        public CommandLine line() {
            return start(this).line();
        }
    }

    /**
     * No new pods on the nodes, and the old ones evicted.
     *
     * @param podSelector only these pods; null for all
     * @param gracePeriod seconds; null leaves it to each pod
     * @param timeout longest time for all of it; null for no limit
     * @param skipWaitForDelete pods that are being deleted for longer than so many seconds are not waited for; null for none
     */
    record Drain(
            Selection selection,
            Scope scope,
            boolean force,
            boolean ignoreDaemonSets,
            boolean deleteEmptyDirData,
            boolean disableEviction,
            @Nullable String podSelector,
            @Nullable Integer gracePeriod,
            @Nullable Duration timeout,
            @Nullable Integer skipWaitForDelete,
            ChangeOptions options)
            implements NodeCommand {

        static Drain of(Said said) {
            return new Drain(
                    nodes(said),
                    said.scope(),
                    said.is("force"),
                    said.is("ignore-daemonsets"),
                    said.is("delete-emptydir-data"),
                    said.is("disable-eviction"),
                    said.selector("pod-selector"),
                    said.count("grace-period", 0),
                    said.duration("timeout"),
                    said.count("skip-wait-for-delete-timeout", 0),
                    ChangeOptions.of(said));
        }

        @Override
        public String verb() {
            return "drain";
        }

        @Override
        public CommandLine line() {
            return start(this)
                    .flag("force", force)
                    .flag("ignore-daemonsets", ignoreDaemonSets)
                    .flag("delete-emptydir-data", deleteEmptyDirData)
                    .flag("disable-eviction", disableEviction)
                    .flag("pod-selector", podSelector)
                    .flag("grace-period", gracePeriod)
                    .duration("timeout", timeout)
                    .flag("skip-wait-for-delete-timeout", skipWaitForDelete)
                    .line();
        }
    }

    /**
     * Taints set and taken away.
     *
     * @param removed of these only key and effect count
     * @param overwrite whether a taint that has another value may be set
     */
    record TaintNodes(
            Selection selection,
            Scope scope,
            List<Taint> added,
            List<Taint> removed,
            boolean overwrite,
            ChangeOptions options)
            implements NodeCommand {

        private static final String EXAMPLE =
                "kubectl taint nodes worker-1 dedicated=builds:NoSchedule";

        public TaintNodes {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        static TaintNodes of(Said said) {
            Edits.Cut cut = Edits.Cut.of(said, Taint::isTaint);
            if (cut.changes().isEmpty()) {
                throw new Unreadable("taint needs a taint, like %s.".formatted(EXAMPLE), EXAMPLE);
            }
            List<Taint> added =
                    cut.changes().stream()
                            .filter(word -> !word.endsWith("-"))
                            .map(TaintNodes::toAdd)
                            .toList();
            List<Taint> removed =
                    cut.changes().stream()
                            .filter(word -> word.endsWith("-"))
                            .map(word -> Taint.of(word.substring(0, word.length() - 1)))
                            .map(taint -> new Taint(taint.key(), "", taint.effect()))
                            .toList();
            check(added, removed);
            return new TaintNodes(
                    selection(said, cut.objects()),
                    said.scope(),
                    added,
                    removed,
                    said.is("overwrite"),
                    ChangeOptions.of(said));
        }

        private static Taint toAdd(String word) {
            Taint taint = Taint.of(word);
            if (taint.effect() == null) {
                throw new Unreadable(
                        "%s has no effect: write it behind a colon, like dedicated=builds:NoSchedule."
                                .formatted(Shown.quoted(word)));
            }
            return taint;
        }

        private static void check(List<Taint> added, List<Taint> removed) {
            var seen = new HashSet<String>();
            for (Taint taint : added) {
                if (!seen.add(taint.key() + ":" + taint.effect())) {
                    throw new Unreadable(
                            "%s is set twice with the same effect."
                                    .formatted(Shown.quoted(taint.key())));
                }
                boolean goes =
                        removed.stream()
                                .anyMatch(other ->
                                        other.key().equals(taint.key())
                                                && (other.effect() == null
                                                        || other.effect() == taint.effect()));
                if (goes) {
                    throw new Unreadable(
                            "%s is both set and taken away: leave one of the two out."
                                    .formatted(Shown.quoted(taint.key())));
                }
            }
        }

        private static Selection selection(Said said, List<String> words) {
            if (words.isEmpty() || !ResourceType.of(words.getFirst()).equals(NODES)) {
                throw new Unreadable(
                        "Only nodes have taints, and their type comes first: %s."
                                .formatted(EXAMPLE),
                        EXAMPLE);
            }
            boolean all = said.is("all");
            String selector = said.selector("selector");
            if (all && selector != null) {
                throw new Unreadable(
                        "--all and a selector contradict each other: leave one of them out.");
            }
            if (all || selector != null) {
                return new Selection.Matching(List.of(NODES), selector, null, all);
            }
            if (words.size() < 2) {
                throw new Unreadable(
                        "taint needs the names of nodes, a selector (-l) or --all: %s."
                                .formatted(EXAMPLE),
                        EXAMPLE);
            }
            return new Selection.Named(NamedObjects.only(NODES, words.subList(1, words.size())));
        }

        @Override
        public String verb() {
            return "taint";
        }

        @Override
        public CommandLine line() {
            LineBuilder line = new LineBuilder(verb());
            if (selection instanceof Selection.Named) {
                line.word(NODES.plural());
            }
            line.named(selection, scope).flag("overwrite", overwrite).options(options);
            added.forEach(taint -> line.word(taint.toString()));
            removed.forEach(taint -> line.word(taint + "-"));
            return line.line();
        }
    }

    private static Selection nodes(Said said) {
        String selector = said.selector("selector");
        List<String> words = said.words();
        if (selector != null && !words.isEmpty()) {
            throw new Unreadable(
                    "The nodes are told both by name and by selector: leave one of them out.");
        }
        if (selector != null) {
            return new Selection.Matching(List.of(NODES), selector, null, false);
        }
        if (words.isEmpty()) {
            String better = "kubectl %s worker-1".formatted(said.line().verb());
            throw new Unreadable(
                    "%s needs the name of a node, like %s.".formatted(said.line().verb(), better),
                    better);
        }
        return new Selection.Named(NamedObjects.only(NODES, words));
    }

    /** Cordon and its like are about nodes anyway, so a selector stands without their type. */
    private static LineBuilder start(NodeCommand command) {
        LineBuilder line = new LineBuilder(command.verb()).options(command.options());
        return switch (command.selection()) {
            case Selection.Matching matching ->
                    line.flag("selector", matching.labelSelector()).in(command.scope());
            case Selection.Named _, Selection.InFiles _ ->
                    line.named(command.selection(), command.scope());
        };
    }
}
