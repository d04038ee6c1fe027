package dev.kubechat.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** "cordon worker-3", "no new pods on node1", "drain worker-2, skip daemon sets". */
final class NodeIntent implements Intent {

    private static final Place NOWHERE = new Place(null, false, false);

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (sentence.has(Sense.WHY)) {
            return Optional.empty();
        }
        if (sentence.has(Sense.DRAIN)) {
            return drain(sentence, place);
        }
        Sense verb = sentence.has(Sense.UNCORDON) ? Sense.UNCORDON : Sense.CORDON;
        if (!sentence.has(verb)) {
            return Optional.empty();
        }
        sentence.take(verb, Sense.SET, Sense.ADD, Sense.RESUME, Sense.NOW, Sense.PAUSE);
        sentence.take(Sense.PATCH);
        return named(sentence, place, verb == Sense.CORDON ? "cordon" : "uncordon", "");
    }

    private static Optional<Said> drain(Sentence sentence, Place place) {
        boolean daemonSets = sentence.take(Sense.IGNORE_DAEMONSETS);
        boolean emptyDir = sentence.take(Sense.EMPTYDIR);
        boolean force = sentence.take(Sense.FORCE);
        boolean graced = sentence.take(Sense.GRACE);
        String grace = graced ? time(sentence, " --grace-period=", "") : "";
        boolean timed = sentence.take(Sense.TIMEOUT);
        String timeout = timed ? time(sentence, " --timeout=", "s") : "";
        if (grace == null || timeout == null) {
            return Optional.empty();
        }
        sentence.take(Sense.DRAIN, Sense.SET, Sense.NOW, Sense.CORDON, Sense.DELETE);
        String flags =
                (daemonSets ? " --ignore-daemonsets" : "")
                        + (emptyDir ? " --delete-emptydir-data" : "")
                        + (force ? " --force" : "")
                        + grace
                        + timeout
                        + (sentence.take(Sense.DRY) ? " --dry-run=client" : "");
        return named(sentence, place, "drain", flags);
    }

    private static @Nullable String time(Sentence sentence, String flag, String unit) {
        long seconds = Values.seconds(sentence);
        long number = seconds >= 0 ? seconds : Values.number(sentence);
        return number < 0 ? null : flag + number + unit;
    }

    private static Optional<Said> named(Sentence sentence, Place place, String verb, String flags) {
        sentence.takeAll(word -> "pods".equals(word.kind()) && word.plural());
        return Spot.takeForChange(sentence, place)
                .filter(spot -> spot.thing().kind() == null || spot.thing().isKind("nodes"))
                .flatMap(spot -> {
                    if (spot.thing().isNamed()) {
                        sentence.take(Sense.ALL);
                        boolean elsewhere = spot.place().namespace() != null;
                        return elsewhere
                                ? Optional.empty()
                                : Intent.line(
                                        "%s %s%s".formatted(verb, spot.thing().bare(), flags),
                                        NOWHERE);
                    }
                    return spot.thing().plural()
                            ? Optional.empty()
                            : Intent.ask("Which node is meant? Say its name.");
                });
    }
}
