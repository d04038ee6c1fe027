package dev.kubechat.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "delete the deployment cart", "remove pod web-0", "get rid of all failed pods in batch". */
final class DeleteIntent implements Intent {

    private static final Set<String> NAMESAKES =
            Set.of(
                    "horizontalpodautoscalers",
                    "poddisruptionbudgets",
                    "endpoints",
                    "services",
                    "ingresses",
                    "configmaps",
                    "secrets",
                    "persistentvolumeclaims");

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (!sentence.has(Sense.DELETE)
                || sentence.has(Sense.COND_DELETED, Sense.WHY, Sense.WAIT)) {
            return Optional.empty();
        }
        String flags = flags(sentence);
        sentence.take(Sense.DELETE);
        String which = which(sentence);
        boolean all = sentence.take(Sense.ALL);
        boolean related = Target.isRelated(sentence);
        Target target = Target.take(sentence);
        sentence.take(Sense.CLUSTER);
        Optional<Said> namesake = namesake(sentence, target, place);
        if (namesake.isPresent()) {
            return namesake;
        }
        if (related) {
            return Intent.ask(
                    "What of that is to be deleted? Name only that, by its kind and its name.");
        }
        if (target.named().size() > 1) {
            return several(target, place, flags);
        }
        if (target.named().isEmpty() && target.kinds().size() > 1 && which.startsWith(" -l")) {
            List<String> kinds = target.kinds().stream().map(Thing::types).toList();
            return Intent.line("delete " + String.join(",", kinds) + which + flags, place);
        }
        return target.one()
                .map(thing -> new Spot(thing, place))
                .flatMap(spot ->
                        spot.thing().isNamed()
                                ? delete(sentence, spot, which, flags)
                                : selected(spot, which, all, flags));
    }

    /** "the autoscaler of cart" is most often called cart, but to delete one that is more than a guess is needed. */
    private static Optional<Said> namesake(Sentence sentence, Target target, Place place) {
        boolean of =
                target.kinds().size() == 1
                        && target.named().size() == 1
                        && NAMESAKES.contains(target.kinds().getFirst().types())
                        && sentence.has(Sense.OF);
        if (!of) {
            return Optional.empty();
        }
        String kind = target.kinds().getFirst().type();
        return Intent.ask(
                "What is the %s of %s called?".formatted(kind, target.named().getFirst().said()),
                "delete %s %s%s".formatted(kind, target.named().getFirst().bare(), place.said()));
    }

    private static String flags(Sentence sentence) {
        boolean force = sentence.take(Sense.FORCE);
        boolean now = sentence.find(word -> word.is(Sense.NOW) && !word.is(Sense.NOISE)) >= 0;
        boolean graced = sentence.take(Sense.GRACE);
        long seconds = graced ? Values.seconds(sentence) : -1;
        int number = graced && seconds < 0 ? Values.number(sentence) : -1;
        sentence.take(Sense.NOW);
        String grace =
                seconds >= 0
                        ? " --grace-period=" + seconds
                        : number >= 0 ? " --grace-period=" + number : "";
        return (force ? " --force" : "")
                + grace
                + (now && !force && grace.isEmpty() ? " --now" : "")
                + (sentence.take(Sense.ORPHAN) ? " --cascade=orphan" : "")
                + (sentence.take(Sense.IGNORE_MISSING) ? " --ignore-not-found" : "")
                + (sentence.take(Sense.DRY) ? " --dry-run=client" : "");
    }

    /** Which of them: by label or by phase. Only phases that a server can select by. */
    private static String which(Sentence sentence) {
        boolean labelled = sentence.take(Sense.SELECTOR, Sense.LABEL);
        String label = Values.selectorFlag(sentence);
        String phase = Phases.take(sentence);
        return labelled && label.isEmpty() ? "" : label + phase;
    }

    private static Optional<Said> several(Target target, Place place, String flags) {
        boolean kinds =
                target.kinds().isEmpty()
                        && target.named().stream()
                                .allMatch(thing -> thing.kind() != null && !thing.owner());
        List<String> words = target.named().stream().map(Thing::words).toList();
        return kinds
                ? Intent.line("delete " + String.join(" ", words) + flags, place)
                : Optional.empty();
    }

    private static Optional<Said> delete(Sentence sentence, Spot spot, String which, String flags) {
        Thing thing = spot.thing();
        if (!which.isEmpty() || thing.owner()) {
            return Optional.empty();
        }
        if (thing.kind() == null) {
            String again = "delete %%s %s%s".formatted(thing.said(), spot.place().said());
            return Intent.ask(
                    "What is %s: a deployment, a pod, or something else?".formatted(thing.said()),
                    again.formatted("deployment"),
                    again.formatted("pod"),
                    again.formatted("service"));
        }
        sentence.take(
                Sense.DELETING,
                Sense.PROBLEM,
                Sense.UNHEALTHY,
                Sense.BECAUSE,
                Sense.FAILED,
                Sense.SUCCEEDED);
        return Intent.line("delete " + thing.words() + flags, spot.place());
    }

    private static Optional<Said> selected(Spot spot, String which, boolean all, String flags) {
        Thing thing = spot.thing();
        if (!which.isEmpty()) {
            boolean phase = which.contains("field-selector");
            return phase && !thing.isKind("pods")
                    ? Optional.empty()
                    : Intent.line("delete " + thing.types() + which + flags, spot.place());
        }
        if (all || thing.plural()) {
            return all
                            && spot.place().namespace() != null
                            && !thing.isKind("namespaces")
                            && !thing.isKind("all")
                    ? Intent.line("delete %s --all%s".formatted(thing.types(), flags), spot.place())
                    : Optional.empty();
        }
        return Intent.ask("Which %s is to be deleted? Say its name.".formatted(thing.type()));
    }
}
