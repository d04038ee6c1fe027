package dev.kubechat.plan;

import java.util.Optional;

/** "scale checkout to 3", "checkout needs three replicas". */
final class ScaleIntent implements Intent {

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (!sentence.has(Sense.SCALE, Sense.REPLICAS) && !isPodCount(sentence)) {
            return Optional.empty();
        }
        if (sentence.has(Sense.AUTOSCALE, Sense.CREATE, Sense.WHY)) {
            return Optional.empty();
        }
        if (isCounted(sentence)) {
            return Optional.empty();
        }
        boolean relative = isRelative(sentence) || isAdded(sentence);
        int count = count(sentence);
        sentence.take(
                Sense.SCALE, Sense.REPLICAS, Sense.SET, Sense.ADD, Sense.START, Sense.RUNNING);
        return Spot.takeForChange(sentence, place)
                .filter(spot -> spot.thing().isNamed() || !spot.thing().plural())
                .flatMap(spot -> relative || count < 0 ? withoutCount(spot) : scale(spot, count));
    }

    /** "how many replicas does web have" */
    private static boolean isCounted(Sentence sentence) {
        return sentence.has(Sense.SHOW)
                && !sentence.has(Sense.SCALE, Sense.SET, Sense.ADD)
                && sentence.find(word -> word.is(Sense.NUMBER) && !word.is(Sense.NOISE)) < 0;
    }

    /** "I want 3 pods of web" */
    private static boolean isPodCount(Sentence sentence) {
        int pods = sentence.find(word -> "pods".equals(word.kind()) && word.plural());
        return pods > 0
                && sentence.isFree(pods - 1, Sense.NUMBER)
                && sentence.has(Sense.SET, Sense.START);
    }

    private static boolean isRelative(Sentence sentence) {
        boolean named =
                sentence.find(word -> word.is(Sense.RELATIVE) && !word.is(Sense.NOISE)) >= 0;
        sentence.take(Sense.RELATIVE);
        return named;
    }

    /** "add 2 replicas to cart" */
    private static boolean isAdded(Sentence sentence) {
        return sentence.has(Sense.ADD)
                && !sentence.has(Sense.SET, Sense.SCALE)
                && sentence.has(Sense.NUMBER);
    }

    /** "from 2 to 5" ends at 5. */
    private static int count(Sentence sentence) {
        int to = sentence.find(word -> word.is(Sense.TO) && !word.is(Sense.NOISE));
        int after = to < 0 ? -1 : sentence.after(to);
        if (sentence.isFree(after, Sense.NUMBER)) {
            sentence.take(after);
            int from = sentence.find(Sense.OF);
            if (from >= 0 && sentence.isFree(from + 1, Sense.NUMBER)) {
                sentence.take(from + 1);
            }
            return sentence.at(after).number();
        }
        int counted = Values.numberAt(sentence, Sense.REPLICAS);
        return counted >= 0 ? counted : Values.number(sentence);
    }

    private static Optional<Said> scale(Spot spot, int count) {
        Thing thing = spot.thing().asWorkload();
        if (!thing.isNamed()) {
            return Intent.ask("Which %s is to be scaled? Say its name.".formatted(thing.type()));
        }
        return thing.isKind("pods")
                ? Intent.ask(
                        "A pod cannot be scaled, only what it belongs to. Which deployment is"
                                + " meant?")
                : Intent.line(
                        "scale %s --replicas=%d".formatted(thing.words(), count), spot.place());
    }

    private static Optional<Said> withoutCount(Spot spot) {
        Thing thing = spot.thing();
        if (!thing.isNamed()) {
            return Intent.ask(
                    "Which %s is to be scaled, and to how many replicas?".formatted(thing.type()));
        }
        String again = "scale %s to %%d%s".formatted(thing.said(), spot.place().said());
        return Intent.ask(
                "To how many replicas is %s to be scaled?".formatted(thing.said()),
                again.formatted(1),
                again.formatted(3),
                again.formatted(5));
    }
}
