package dev.kubechat.plan;

import java.util.Optional;
import java.util.Set;

/** What belongs to what: "which secrets are used by pod web-0", "which ingress routes to service web", "deployment web as it was applied". */
final class RelatedIntent implements Intent {

    private static final Set<String> SHOWN_BY_USER =
            Set.of("secrets", "configmaps", "persistentvolumeclaims", "serviceaccounts");
    private static final Set<String> ROUTERS = Set.of("ingresses", "services");

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (sentence.hasAny(Sense.CHANGES) || sentence.has(Sense.WHY, Sense.LOGS)) {
            return Optional.empty();
        }
        if (sentence.take(Sense.LAST_APPLIED)) {
            return lastApplied(sentence, place);
        }
        if (sentence.take(Sense.ROUTES_TO)) {
            return routes(sentence, place);
        }
        return sentence.take(Sense.USED_BY) ? used(sentence, place) : Optional.empty();
    }

    private static Optional<Said> lastApplied(Sentence sentence, Place place) {
        String output = sentence.take(Sense.JSON) ? " -o json" : "";
        sentence.take(Sense.SHOW, Sense.YAML, Sense.LAST);
        return Spot.take(sentence, place)
                .map(spot -> spot.with(spot.thing().asWorkload()))
                .filter(spot -> spot.thing().names().size() == 1 && !spot.thing().owner())
                .flatMap(spot ->
                        Intent.line(
                                "apply view-last-applied " + spot.thing().words() + output,
                                spot.place()));
    }

    /** A list shows hosts, the details show what each host leads to. */
    private static Optional<Said> routes(Sentence sentence, Place place) {
        sentence.take(Sense.SHOW, Sense.ALL, Sense.DESCRIBE);
        Target target = Target.take(sentence);
        boolean one =
                target.kinds().size() == 1
                        && ROUTERS.contains(target.kinds().getFirst().types())
                        && target.named().size() == 1
                        && target.named().getFirst().names().size() == 1;
        return one
                ? Intent.line("describe " + target.kinds().getFirst().types(), place)
                : Optional.empty();
    }

    /** What uses something shows it among its details. */
    private static Optional<Said> used(Sentence sentence, Place place) {
        sentence.take(Sense.SHOW, Sense.ALL);
        Target target = Target.take(sentence);
        boolean shown =
                target.kinds().size() == 1
                        && SHOWN_BY_USER.contains(target.kinds().getFirst().types())
                        && target.named().size() == 1
                        && target.named().getFirst().names().size() == 1;
        return shown
                ? Intent.line("describe " + target.named().getFirst().asWorkload().words(), place)
                : Optional.empty();
    }
}
