package dev.kubechat.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** "status of the cart rollout", "rollout history of web", "wait until deployment web is available". */
final class RolloutViewIntent implements Intent {

    private static final Set<String> CHANGED = Set.of("change", "changed", "changes", "geändert");

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (sentence.has(Sense.WHY)) {
            return Optional.empty();
        }
        if (sentence.has(Sense.WAIT)) {
            return waited(sentence, place);
        }
        if (sentence.has(Sense.HISTORY)
                || isChanged(sentence)
                || (sentence.has(Sense.REVISION)
                        && sentence.has(Sense.SHOW)
                        && !RolloutIntent.isBackTo(sentence))) {
            return history(sentence, place);
        }
        return sentence.has(Sense.ROLLOUT) ? status(sentence, place, "") : Optional.empty();
    }

    private static Optional<Said> status(Sentence sentence, Place place, String flags) {
        if (sentence.hasAny(Sense.CHANGES) && !sentence.has(Sense.ROLLOUT)) {
            return Optional.empty();
        }
        sentence.take(
                Sense.ROLLOUT,
                Sense.STATUS,
                Sense.SHOW,
                Sense.RUNNING,
                Sense.WATCH,
                Sense.FOLLOW,
                Sense.COND_COMPLETE);
        sentence.take(
                Sense.COND_READY,
                Sense.COND_AVAILABLE,
                Sense.SUCCEEDED,
                Sense.EVENTS,
                Sense.WAIT,
                Sense.IF,
                Sense.LAST);
        return named(sentence, place)
                .flatMap(spot ->
                        Intent.line(
                                "rollout status " + spot.thing().words() + flags, spot.place()));
    }

    private static Optional<Spot> named(Sentence sentence, Place place) {
        return Spot.take(sentence, place)
                .map(spot -> spot.with(spot.thing().asWorkload()))
                .filter(spot -> spot.thing().names().size() == 1 && !spot.thing().isKind("pods"));
    }

    private static Optional<Said> history(Sentence sentence, Place place) {
        int revision = revision(sentence);
        sentence.take(
                Sense.HISTORY,
                Sense.REVISION,
                Sense.ROLLOUT,
                Sense.SHOW,
                Sense.ALL,
                Sense.PREVIOUS,
                Sense.DESCRIBE);
        sentence.take(Sense.LAST, Sense.DIFF, Sense.SET, Sense.STATUS);
        String flags = revision < 0 ? "" : " --revision=" + revision;
        return named(sentence, place)
                .flatMap(spot ->
                        Intent.line(
                                "rollout history " + spot.thing().words() + flags, spot.place()));
    }

    /** "the fourth revision (number 4)" */
    private static int revision(Sentence sentence) {
        int ordinal = sentence.find(Sense.ORDINAL);
        if (ordinal >= 0 && sentence.isFree(ordinal + 1, Sense.REVISION)) {
            int counted = sentence.at(ordinal).number();
            sentence.take(ordinal);
            int again = sentence.find(word -> word.is(Sense.NUMBER) && word.number() == counted);
            if (again >= 0) {
                sentence.take(again);
            }
            return counted;
        }
        return Values.numberAt(sentence, Sense.REVISION);
    }

    private static boolean isChanged(Sentence sentence) {
        return sentence.has(Sense.ROLLOUT)
                && sentence.has(Sense.SHOW)
                && sentence.find(word -> CHANGED.contains(word.text().toLowerCase(Locale.ROOT)))
                        >= 0;
    }

    private static Optional<Said> waited(Sentence sentence, Place place) {
        long seconds =
                sentence.has(Sense.TIMEOUT) || sentence.has(Sense.UNIT)
                        ? Values.seconds(sentence)
                        : -1;
        String timeout = seconds < 0 ? "" : " --timeout=" + Values.duration(seconds);
        sentence.take(Sense.TIMEOUT);
        if (sentence.has(Sense.ROLLOUT)) {
            return status(sentence, place, timeout);
        }
        boolean gone = sentence.has(Sense.COND_DELETED);
        String condition =
                sentence.has(Sense.COND_AVAILABLE)
                        ? "available"
                        : sentence.has(Sense.COND_READY)
                                ? "ready"
                                : sentence.has(Sense.COND_COMPLETE) ? "complete" : null;
        sentence.take(
                Sense.WAIT,
                Sense.COND_READY,
                Sense.COND_AVAILABLE,
                Sense.COND_COMPLETE,
                Sense.COND_DELETED);
        sentence.take(
                Sense.RUNNING, Sense.SUCCEEDED, Sense.IF, Sense.STATUS, Sense.ALL, Sense.SHOW);
        var pairs = Values.pairs(sentence);
        if (!pairs.isEmpty()) {
            sentence.take(Sense.LABEL, Sense.SELECTOR, Sense.SHOW_LABELS);
        }
        String labels = pairs.isEmpty() ? "" : " -l " + Values.quoted(String.join(",", pairs));
        return Spot.take(sentence, place)
                .map(spot -> spot.with(spot.thing().asWorkload()))
                .filter(spot -> spot.thing().isNamed() || !labels.isEmpty())
                .flatMap(spot ->
                        Intent.line(
                                "wait --for=%s %s%s%s"
                                        .formatted(
                                                gone
                                                        ? "delete"
                                                        : "condition="
                                                                + (condition == null
                                                                        ? usual(spot.thing())
                                                                        : fitting(
                                                                                condition,
                                                                                spot.thing())),
                                                spot.thing().words(),
                                                labels,
                                                timeout),
                                spot.place()));
    }

    private static String usual(Thing thing) {
        return thing.isKind("jobs")
                ? "complete"
                : thing.isKind("deployments") ? "available" : "ready";
    }

    /** A deployment is never "ready", only available. */
    private static String fitting(String condition, Thing thing) {
        boolean deployment = thing.isKind("deployments") && condition.equals("ready");
        return deployment ? "available" : condition;
    }
}
