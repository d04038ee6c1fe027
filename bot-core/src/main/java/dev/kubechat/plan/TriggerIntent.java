package dev.kubechat.plan;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** "trigger cron job nightly now": a job made from it, under a name that says so. */
final class TriggerIntent implements Intent {

    private static final Set<Sense> LOOKS =
            EnumSet.of(Sense.SHOW, Sense.DESCRIBE, Sense.STATUS, Sense.LOGS, Sense.RUNNING);

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        boolean asked =
                sentence.has(Sense.TRIGGER)
                        || (sentence.has(Sense.START, Sense.EXEC) && isNow(sentence));
        boolean looks =
                sentence.find(word ->
                        word.isAny(LOOKS) && !word.is(Sense.NOISE) && !word.is(Sense.OF))
                        >= 0;
        boolean cronJob = sentence.find(word -> "cronjobs".equals(word.kind())) >= 0;
        if (!asked
                || looks
                || !cronJob
                || sentence.has(Sense.WHY, Sense.CREATE, Sense.DELETE, Sense.IMAGE)) {
            return Optional.empty();
        }
        String name = name(sentence);
        sentence.take(Sense.TRIGGER, Sense.START, Sense.EXEC, Sense.NOW, Sense.BY_HAND);
        return Spot.takeForChange(sentence, place)
                .filter(spot -> spot.thing().isKind("cronjobs") && !spot.thing().owner())
                .flatMap(spot -> job(spot, name));
    }

    private static boolean isNow(Sentence sentence) {
        return sentence.has(Sense.NOW, Sense.BY_HAND);
    }

    /** "as nightly-2" */
    private static String name(Sentence sentence) {
        int as = sentence.find(Sense.AS);
        int next = as < 0 ? -1 : sentence.after(as, Sense.A);
        if (!sentence.isFree(next) || !sentence.at(next).isName()) {
            return "";
        }
        sentence.take(as);
        sentence.take(next);
        return sentence.at(next).text();
    }

    private static Optional<Said> job(Spot spot, String name) {
        if (!spot.thing().isNamed()) {
            return Intent.ask("Which cron job is to run? Say its name.");
        }
        if (spot.thing().names().size() > 1) {
            return Intent.ask("One at a time, please: which of the cron jobs is to run?");
        }
        String cronJob = spot.thing().bare();
        return Intent.line(
                "create job %s --from=cronjob/%s"
                        .formatted(name.isEmpty() ? cronJob + "-manual" : name, cronJob),
                spot.place());
    }
}
