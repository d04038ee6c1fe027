package dev.kubechat.plan;

import java.util.Optional;

/** "logs of checkout", "last 50 lines of cart", "previous logs of the web container in web-0", "follow app=web". */
final class LogsIntent implements Intent {

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        boolean logs =
                sentence.has(Sense.LOGS)
                        || (sentence.has(Sense.LINES) && sentence.has(Sense.NUMBER))
                        || (sentence.has(Sense.FOLLOW)
                                && sentence.has(Sense.ALL_CONTAINERS, Sense.CONTAINER));
        if (!logs || sentence.has(Sense.WHY, Sense.CAN_I) || isChange(sentence)) {
            return Optional.empty();
        }
        String options = options(sentence);
        Thing thing = selected(sentence);
        if (thing != null) {
            return Intent.line("logs " + thing.names().getFirst() + options, place);
        }
        sentence.take(Sense.START);
        var spot = Spot.take(sentence, place);
        return spot.filter(found -> found.thing().isNamed() || !found.thing().plural())
                .flatMap(found -> line(found, options));
    }

    private static boolean isChange(Sentence sentence) {
        return sentence.find(word ->
                word.isAny(Sense.CHANGES)
                        && !word.is(Sense.START)
                        && !word.isAny(java.util.Set.of(Sense.LOGS, Sense.FOLLOW, Sense.PREVIOUS)))
                >= 0;
    }

    private static @org.jspecify.annotations.Nullable Thing selected(Sentence sentence) {
        String selector = Values.selectorFlag(sentence);
        if (selector.isEmpty()) {
            return null;
        }
        sentence.take(Sense.LABEL, Sense.SELECTOR, Sense.SHOW_LABELS);
        Target.take(sentence);
        return new Thing("pods", java.util.List.of(selector.strip()), true, false);
    }

    private static String options(Sentence sentence) {
        boolean all =
                sentence.take(Sense.ALL_CONTAINERS)
                        || (sentence.find(Sense.CONTAINER) >= 0
                                && sentence.has(Sense.ALL, Sense.BOTH));
        String container = all ? null : Values.container(sentence);
        long since = Values.seconds(sentence);
        int lines = Values.numberAt(sentence, Sense.LINES);
        if (lines < 0) {
            lines = Values.numberAt(sentence, Sense.LOGS);
        }
        if (lines < 0) {
            lines = Values.numberAt(sentence, Sense.LAST);
        }
        boolean previous = sentence.take(Sense.PREVIOUS);
        if (previous) {
            // "if it crashed and restarted": the logs before are of no other case
            sentence.take(Sense.IF, Sense.PROBLEM, Sense.UNHEALTHY, Sense.BY_RESTARTS);
        }
        boolean follow = sentence.take(Sense.FOLLOW, Sense.WATCH);
        boolean stamps = sentence.take(Sense.TIMESTAMPS);
        sentence.take(
                Sense.LOGS,
                Sense.LINES,
                Sense.LAST,
                Sense.SHOW,
                Sense.ONLY,
                Sense.CONTAINER,
                Sense.ALL);
        sentence.take(Sense.BOTH, Sense.ALL_PODS, Sense.OF);
        return (follow ? " -f" : "")
                + (lines < 0 ? "" : " --tail=" + lines)
                + (since < 0 ? "" : " --since=" + Values.duration(since))
                + (previous ? " --previous" : "")
                + (container == null ? "" : " -c " + container)
                + (all ? " --all-containers=true" : "")
                + (stamps ? " --timestamps" : "");
    }

    private static Optional<Said> line(Spot spot, String options) {
        Thing thing = spot.thing();
        if (!thing.isNamed()) {
            return Intent.ask("The logs of which %s? Say its name.".formatted(thing.type()));
        }
        if (thing.names().size() > 1) {
            return Intent.ask(
                    "One at a time, please: the logs of which of them?",
                    thing.names().stream().map(name -> "logs of " + name).toArray(String[]::new));
        }
        return Intent.line("logs " + thing.asWorkload().words() + options, spot.place());
    }
}
