package dev.kubechat.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** "show pods in shop", "which deployments run everywhere?", "yaml of the cart service", "status of checkout". */
final class GetIntent implements Intent {

    private static final Set<String> CLUSTER_WIDE =
            Set.of(
                    "nodes",
                    "namespaces",
                    "persistentvolumes",
                    "storageclasses",
                    "clusterroles",
                    "clusterrolebindings",
                    "customresourcedefinitions",
                    "priorityclasses",
                    "ingressclasses",
                    "certificatesigningrequests");
    private static final Set<String> OWNERS =
            Set.of("deployments", "statefulsets", "daemonsets", "services");
    private static final Set<String> PARTS = Set.of("pods", "replicasets");
    private static final Set<String> NAMESAKES =
            Set.of("endpoints", "horizontalpodautoscalers", "poddisruptionbudgets");
    private static final Place NOWHERE = new Place(null, false, false);

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (sentence.has(Sense.SHOW, Sense.WIDE)) {
            sentence.take(Sense.START, Sense.EXPOSE, Sense.PORT);
        }
        // of a path only a container knows
        boolean path = sentence.find(word -> word.text().startsWith("/")) >= 0;
        if (path || sentence.has(Sense.LOGS) || sentence.hasAny(Sense.CHANGES)) {
            return Optional.empty();
        }
        boolean running = sentence.has(Sense.RUNNING, Sense.STATUS) && sentence.has(Sense.SHOW);
        boolean shown = sentence.has(Sense.SHOW);
        // "how many replicas does web have": its status counts them
        boolean counted = shown && sentence.take(Sense.REPLICAS);
        boolean status = counted || sentence.has(Sense.STATUS, Sense.RUNNING, Sense.UNHEALTHY);
        if (sentence.find(GetIntent::isVolume) >= 0) {
            sentence.take(Sense.PROBLEM, Sense.UNHEALTHY);
        }
        String view = GetView.take(sentence);
        sentence.take(Sense.SHOW, Sense.ALL, Sense.ONLY, Sense.EVENTS, Sense.OR_SO, Sense.CLUSTER);
        Target target = Target.take(sentence);
        Thing part = part(target);
        if (part != null) {
            return Intent.line("get " + part.words() + view, place);
        }
        if (target.named().isEmpty() && target.kinds().isEmpty()) {
            return (running || view.contains("image") || view.contains("nodeName"))
                            && !sentence.has(Sense.PROBLEM)
                            && isNothingElse(sentence)
                    ? Intent.line("get pods" + view, place)
                    : Optional.empty();
        }
        return things(target)
                .flatMap(things -> line(things, view, place, status || (!view.isEmpty() && shown)));
    }

    /** "the pods of deployment cart" have its label, "the endpoints of service web" have its name; null if it is neither. */
    private static @Nullable Thing part(Target target) {
        if (target.named().size() != 1 || target.kinds().size() != 1) {
            return null;
        }
        Thing whole = target.named().getFirst();
        Thing kind = target.kinds().getFirst();
        boolean one = whole.names().size() == 1 && whole.kind() != null && !whole.owner();
        if (one
                && PARTS.contains(kind.types())
                && kind.plural()
                && OWNERS.contains(whole.types())) {
            return new Thing(kind.types() + " -l app=" + whole.bare(), List.of(), true, false);
        }
        return one && NAMESAKES.contains(kind.types()) ? whole.as(kind.types()) : null;
    }

    /** No server selects volumes by their state, so all are shown. */
    private static boolean isVolume(Word word) {
        return word.plural() && String.valueOf(word.kind()).startsWith("persistentvolume");
    }

    private static boolean isNothingElse(Sentence sentence) {
        return sentence.find(word -> word.isUnknown() || word.is(Sense.HEAVY)) < 0;
    }

    /** Several kinds are one list; "the hpa for cart" is called cart. */
    private static Optional<List<Thing>> things(Target target) {
        var one = target.one();
        if (one.isPresent()) {
            return one.map(List::of);
        }
        if (target.named().isEmpty()) {
            return Optional.of(target.kinds());
        }
        boolean kinds =
                target.named().stream().allMatch(thing -> thing.kind() != null && !thing.owner());
        return kinds && target.kinds().isEmpty() ? Optional.of(target.named()) : Optional.empty();
    }

    private static Optional<Said> line(
            List<Thing> things, String view, Place place, boolean status) {
        Thing first = things.getFirst();
        if (things.size() > 1) {
            List<Thing> several = view.contains(" -l ") ? owned(things) : things;
            return Intent.line("get " + words(several) + view, place);
        }
        Place where = CLUSTER_WIDE.contains(String.valueOf(first.kind())) ? NOWHERE : place;
        if (!first.isNamed()) {
            return Intent.line("get " + first.types() + view, where);
        }
        if (first.owner()) {
            return first.names().size() == 1 && !view.contains(" -l ")
                    ? Intent.line("get pods -l app=" + first.bare() + view, place)
                    : Optional.empty();
        }
        // a name alone says too little: only a kind, or a question about its state, makes it a
        // request
        return first.kind() == null && !status
                ? Optional.empty()
                : Intent.line(
                        "get "
                                + first.asWorkload().words()
                                + GetView.ofOne(view, first.asWorkload()),
                        where);
    }

    /** "the replica sets of deployment app=cart": the labels choose what was asked for. */
    private static List<Thing> owned(List<Thing> things) {
        List<Thing> plural = things.stream().filter(Thing::plural).toList();
        boolean bare = things.stream().noneMatch(Thing::isNamed);
        return bare && !plural.isEmpty() ? plural : things;
    }

    private static String words(List<Thing> things) {
        if (things.stream().anyMatch(Thing::isNamed)) {
            return things.stream().map(Thing::words).collect(Collectors.joining(" "));
        }
        var kinds = new ArrayList<String>();
        things.forEach(thing -> kinds.add(thing.types()));
        return kinds.stream().distinct().collect(Collectors.joining(","));
    }
}
