package dev.kubechat.plan;

import java.util.Optional;
import java.util.Set;

/** "restart checkout", "roll web back to revision 3", "pause the rollout of cart", "carry on with it". */
final class RolloutIntent implements Intent {

    private static final Set<String> ROLLED = Set.of("deployments", "statefulsets", "daemonsets");

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (sentence.has(Sense.WHY, Sense.UNCORDON, Sense.CORDON)) {
            return Optional.empty();
        }
        if (sentence.has(Sense.PAUSE)) {
            return paused(sentence, place, Sense.PAUSE, "pause", true);
        }
        if (sentence.has(Sense.RESUME)) {
            return paused(sentence, place, Sense.RESUME, "resume", false);
        }
        if (sentence.has(Sense.UNDO) || isBackTo(sentence)) {
            return undo(sentence, place);
        }
        if (sentence.has(Sense.RESTART)) {
            sentence.take(Sense.RESTART, Sense.ROLLOUT, Sense.SET, Sense.START, Sense.NOW);
            return restart(sentence, place);
        }
        return Optional.empty();
    }

    /** "return web to revision 2" */
    static boolean isBackTo(Sentence sentence) {
        int revision = sentence.find(Sense.REVISION);
        int before = revision < 0 ? -1 : sentence.before(revision, Sense.ORDINAL, Sense.NUMBER);
        return sentence.isFree(before, Sense.TO);
    }

    private static Optional<Said> restart(Sentence sentence, Place place) {
        boolean all = sentence.take(Sense.ALL);
        return Spot.takeForChange(sentence, place)
                .map(spot -> spot.with(spot.thing().asWorkload()))
                .flatMap(spot ->
                        all && !spot.thing().isNamed()
                                ? restartAll(spot)
                                : rolled(spot, "restart", "restarted", ""));
    }

    private static Optional<Said> restartAll(Spot spot) {
        return ROLLED.contains(String.valueOf(spot.thing().kind()))
                        && spot.place().namespace() != null
                ? Intent.line("rollout restart " + spot.thing().type(), spot.place())
                : Optional.empty();
    }

    private static Optional<Said> undo(Sentence sentence, Place place) {
        int revision = revision(sentence);
        // "roll it back", "bring it back"
        sentence.takeAll(word -> word.text().equalsIgnoreCase("roll"));
        sentence.take(Sense.UNDO, Sense.ROLLOUT, Sense.SET, Sense.PREVIOUS, Sense.LAST);
        sentence.take(Sense.REVISION, Sense.VERSION, Sense.NOW);
        String to = revision > 0 ? " --to-revision=" + revision : "";
        return Spot.takeForChange(sentence, place)
                .map(spot -> spot.with(spot.thing().asWorkload()))
                .flatMap(spot -> rolled(spot, "undo", "rolled back", to));
    }

    /** "revision 3", "the second revision", "back to 3" */
    private static int revision(Sentence sentence) {
        int revision = Values.numberAt(sentence, Sense.REVISION);
        int version = revision > 0 ? revision : Values.numberAt(sentence, Sense.VERSION);
        if (version > 0) {
            return version;
        }
        int ordinal = sentence.find(Sense.ORDINAL);
        boolean counts =
                ordinal >= 0
                        && (sentence.isFree(ordinal + 1, Sense.REVISION)
                                || sentence.isFree(ordinal + 1, Sense.VERSION));
        if (counts) {
            sentence.take(ordinal);
            return sentence.at(ordinal).number();
        }
        int number = sentence.find(word -> word.is(Sense.NUMBER) && !word.is(Sense.NOISE));
        if (number > 0
                && !isCount(sentence, number + 1)
                && (sentence.isFree(number - 1, Sense.TO)
                        || sentence.isFree(number - 1, Sense.UNDO))) {
            sentence.take(number);
            return sentence.at(number).number();
        }
        return -1;
    }

    /** "back to 4 pods" is no revision. */
    private static boolean isCount(Sentence sentence, int i) {
        return sentence.isFree(i, Sense.REPLICAS) || sentence.isFree(i, Sense.KIND);
    }

    private static Optional<Said> paused(
            Sentence sentence, Place place, Sense verb, String word, boolean suspend) {
        sentence.take(verb, Sense.ROLLOUT, Sense.SET, Sense.NOW, Sense.START);
        return Spot.takeForChange(sentence, place)
                .map(spot -> spot.with(spot.thing().asWorkload()))
                .flatMap(spot ->
                        isSuspendable(spot.thing())
                                ? Intent.line(
                                        "patch %s -p '{\"spec\":{\"suspend\":%s}}'"
                                                .formatted(spot.thing().words(), suspend),
                                        spot.place())
                                : rolled(spot, word, word + "d", ""));
    }

    private static boolean isSuspendable(Thing thing) {
        return thing.names().size() == 1 && (thing.isKind("cronjobs") || thing.isKind("jobs"));
    }

    private static Optional<Said> rolled(Spot spot, String verb, String done, String flags) {
        Thing thing = spot.thing();
        if (!thing.isNamed()) {
            return thing.plural()
                    ? Optional.empty()
                    : Intent.ask(
                            "Which %s is to be %s? Say its name.".formatted(thing.type(), done));
        }
        if (thing.isKind("pods")) {
            String name = thing.names().getFirst();
            return Intent.ask(
                    "A pod is %s with what it belongs to. Which deployment is meant? Deleting the pod makes a new one."
                            .formatted(done),
                    "delete pod " + name + spot.place().said());
        }
        return ROLLED.contains(String.valueOf(thing.kind()))
                ? Intent.line("rollout %s %s%s".formatted(verb, thing.words(), flags), spot.place())
                : Intent.ask(
                        "Only a deployment, a stateful set or a daemon set can be %s."
                                .formatted(done));
    }
}
