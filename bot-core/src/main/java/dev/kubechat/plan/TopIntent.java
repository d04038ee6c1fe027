package dev.kubechat.plan;

import java.util.Optional;

/** "top pods in shop", "which node is the busiest", "pods by memory". */
final class TopIntent implements Intent {

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        boolean usage = sentence.find(word -> word.is(Sense.USAGE) && !word.is(Sense.NOISE)) >= 0;
        boolean asked =
                usage
                        || sentence.has(Sense.CPU, Sense.MEMORY)
                        || (sentence.has(Sense.MOST)
                                && !sentence.has(
                                        Sense.BY_RESTARTS, Sense.BY_AGE, Sense.BY_CAPACITY));
        boolean other =
                sentence.has(
                        Sense.LIMITS,
                        Sense.REQUESTS,
                        Sense.WHY,
                        Sense.LOGS,
                        Sense.EXPLAIN,
                        Sense.BY_RESTARTS);
        boolean relative =
                sentence.find(word ->
                        word.is(Sense.RELATIVE) && !word.is(Sense.BY) && !word.is(Sense.MOST))
                        >= 0;
        if (!asked || other || relative || sentence.hasAny(Sense.CHANGES)) {
            return Optional.empty();
        }
        boolean orders =
                sentence.has(Sense.MOST, Sense.SORT)
                        || sentence.find(word ->
                                word.text().startsWith("bus")
                                        || word.text().equalsIgnoreCase("which"))
                                >= 0;
        boolean memory = sentence.has(Sense.MEMORY);
        boolean both = memory && sentence.has(Sense.CPU);
        boolean containers =
                sentence.take(Sense.PER_CONTAINER, Sense.ALL_CONTAINERS, Sense.CONTAINER);
        var pairs = Values.pairs(sentence);
        sentence.take(
                Sense.USAGE,
                Sense.CPU,
                Sense.MEMORY,
                Sense.MOST,
                Sense.SORT,
                Sense.BY,
                Sense.SHOW,
                Sense.ALL);
        sentence.take(
                Sense.LABEL,
                Sense.SELECTOR,
                Sense.SHOW_LABELS,
                Sense.STATUS,
                Sense.RUNNING,
                Sense.OF,
                Sense.CLUSTER,
                Sense.HEAVY);
        String flags =
                (pairs.isEmpty() ? "" : " -l " + Values.quoted(String.join(",", pairs)))
                        + (containers ? " --containers" : "")
                        + (orders && !both ? " --sort-by=" + (memory ? "memory" : "cpu") : "");
        Target target = Target.take(sentence);
        if (target.named().isEmpty() && target.kinds().isEmpty()) {
            return Intent.line("top pods" + flags, place);
        }
        return target.one().flatMap(thing -> line(thing, flags, place));
    }

    private static Optional<Said> line(Thing thing, String flags, Place place) {
        if (thing.isKind("nodes")) {
            return Intent.line(
                    "top nodes" + (thing.isNamed() ? " " + thing.bare() : "") + flags,
                    new Place(null, false, false));
        }
        if (thing.owner()) {
            return Intent.line("top pods -l app=" + thing.bare() + flags, place);
        }
        boolean pod =
                thing.isKind("pods")
                        || (thing.kind() == null
                                && thing.names().stream().allMatch(Thing::looksLikePod));
        if (pod && thing.names().size() <= 1) {
            return Intent.line(
                    "top pod" + (thing.isNamed() ? " " + thing.bare() : "") + flags, place);
        }
        return thing.isNamed() && thing.names().size() == 1
                ? Intent.line("top pods -l app=" + thing.bare() + flags, place)
                : Optional.empty();
    }
}
