package dev.kubechat.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "why is checkout broken?", "pods of cart keep crashing": begins with what a person would look at first. */
final class DiagnoseIntent implements Intent {

    private static final Set<Sense> MORE =
            EnumSet.of(
                    Sense.NOT,
                    Sense.IF,
                    Sense.LATER,
                    Sense.BECAUSE,
                    Sense.SCALE,
                    Sense.RUNNING,
                    Sense.PENDING,
                    Sense.FAILED,
                    Sense.SUCCEEDED,
                    Sense.USAGE,
                    Sense.CPU,
                    Sense.MEMORY,
                    Sense.REPLICAS,
                    Sense.STATUS,
                    Sense.SHOW,
                    Sense.RESTART,
                    Sense.BY_RESTARTS,
                    Sense.HEAVY,
                    Sense.ALL,
                    Sense.EVENTS,
                    Sense.CONTAINER,
                    Sense.START,
                    Sense.IMAGE,
                    Sense.PREVIOUS,
                    Sense.LAST,
                    Sense.DELETING,
                    Sense.ROLLOUT,
                    Sense.DELETE,
                    Sense.CREATE,
                    Sense.WHY,
                    Sense.PROBLEM,
                    Sense.UNHEALTHY,
                    Sense.MOST,
                    Sense.SET,
                    Sense.WARNINGS,
                    Sense.EXEC,
                    Sense.APPLY,
                    Sense.NOW,
                    Sense.UNDO,
                    Sense.FORCE,
                    Sense.COND_READY,
                    Sense.LOGS,
                    Sense.DESCRIBE,
                    Sense.DRAIN,
                    Sense.PAUSE,
                    Sense.LIMITS,
                    Sense.EXPLAIN,
                    Sense.DIFF,
                    Sense.ADVICE,
                    Sense.BOTH,
                    Sense.NUMBER,
                    Sense.PORT,
                    Sense.OR,
                    Sense.CLUSTER,
                    Sense.AUTOSCALE,
                    Sense.ATTACH);

    private final boolean asked;

    /** @param asked whether only a question for the reason counts, or a complaint too */
    DiagnoseIntent(boolean asked) {
        this.asked = asked;
    }

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        boolean mine =
                asked
                        ? sentence.has(Sense.WHY)
                        : sentence.has(Sense.PROBLEM, Sense.UNHEALTHY, Sense.FAILED, Sense.PENDING)
                                && !sentence.hasAny(Sense.CHANGES);
        if (!mine) {
            return Optional.empty();
        }
        int article = sentence.find(Sense.A);
        sentence.take(Sense.WHY, MORE.toArray(Sense[]::new));
        boolean some = isSome(sentence, article);
        Target target = Target.take(sentence);
        var thing = target.one();
        if (thing.isPresent() && thing.get().isNamed() && !some) {
            return Intent.line("describe " + asKnown(thing.get()).words(), place);
        }
        if (target.named().size() > 1) {
            return first(target, place);
        }
        boolean looks =
                place.namespace() != null || place.everywhere() || !target.kinds().isEmpty();
        if (!looks) {
            return Optional.empty();
        }
        String kind = target.kinds().isEmpty() || some ? "pods" : target.kinds().getFirst().types();
        target.named().forEach(_ -> {});
        return Intent.line("get " + (isWorkload(kind) ? "pods" : kind), place);
    }

    /** "a web application" is no name. */
    private static boolean isSome(Sentence sentence, int article) {
        return article >= 0
                && sentence.isFree(article + 1)
                && sentence.at(article + 1).isName()
                && sentence.isFree(article + 2)
                && "deployments".equals(sentence.at(article + 2).kind());
    }

    private static boolean isWorkload(String kind) {
        return List.of("deployments", "replicasets", "all").contains(kind);
    }

    private static Thing asKnown(Thing thing) {
        return thing.asWorkload();
    }

    /** Of several things the one that is called by its kind is what is looked at. */
    private static Optional<Said> first(Target target, Place place) {
        return target.named().stream()
                .filter(thing -> thing.kind() != null && thing.names().size() == 1)
                .findFirst()
                .flatMap(thing -> Intent.line("describe " + asKnown(thing).words(), place));
    }
}
