package dev.kubechat.plan;

import java.util.Optional;

/** "what happened in shop?", "events of checkout", "warnings in shop". */
final class EventsIntent implements Intent {

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (!sentence.has(Sense.EVENTS, Sense.WARNINGS) || sentence.hasAny(Sense.CHANGES)) {
            return Optional.empty();
        }
        boolean warnings = sentence.take(Sense.WARNINGS);
        boolean sorted = sentence.take(Sense.SORT, Sense.BY_AGE);
        boolean watched = sentence.take(Sense.WATCH, Sense.FOLLOW);
        sentence.take(
                Sense.EVENTS,
                Sense.SHOW,
                Sense.ALL,
                Sense.LAST,
                Sense.ONLY,
                Sense.BY,
                Sense.TO,
                Sense.OF);
        sentence.take(Sense.LATER, Sense.CLUSTER);
        Target target = Target.take(sentence);
        String types = warnings ? " --types=Warning" : "";
        if (target.named().isEmpty()) {
            String all =
                    sorted
                            ? "get events --sort-by=.metadata.creationTimestamp"
                                    + (warnings ? " --field-selector=type=Warning" : "")
                            : "events" + types + (watched ? " --watch" : "");
            return target.kinds().isEmpty() ? Intent.line(all, place) : Optional.empty();
        }
        return target.one()
                .map(Thing::asWorkload)
                .filter(thing -> thing.names().size() == 1)
                .flatMap(thing -> Intent.line("events --for=" + thing.words() + types, place));
    }
}
