package dev.kubechat.plan;

import java.util.Optional;

/** "describe checkout", "details of pod web-0". */
final class DescribeIntent implements Intent {

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        boolean asked = sentence.take(Sense.DESCRIBE) || isExplained(sentence);
        if (!asked || sentence.hasAny(Sense.CHANGES) || sentence.has(Sense.LOGS)) {
            return Optional.empty();
        }
        sentence.take(Sense.SHOW, Sense.EXPLAIN, Sense.ALL, Sense.WIDE, Sense.STATUS);
        String labels = Values.selectorFlag(sentence);
        if (!labels.isEmpty()) {
            sentence.take(Sense.LABEL, Sense.SELECTOR, Sense.SHOW_LABELS);
        }
        return Target.take(sentence)
                .one()
                .flatMap(thing ->
                        Intent.line("describe " + thing.asWorkload().words() + labels, place));
    }

    /** "explain checkout" is no question about a type. */
    private static boolean isExplained(Sentence sentence) {
        return sentence.has(Sense.EXPLAIN)
                && Target.take(sentence.copy()).one().filter(Thing::isNamed).isPresent()
                && sentence.take(Sense.EXPLAIN);
    }
}
