package dev.kubechat.plan;

import java.util.List;
import java.util.Optional;

/** One thing, and where it is. */
record Spot(Thing thing, Place place) {

    private static final Place NOWHERE = new Place(null, false, false);

    /**
     * Empty if several different things are spoken of, or none. "The image in frontend" names no namespace but the object, if
     * nothing else does.
     */
    static Optional<Spot> take(Sentence sentence, Place place) {
        Target target = Target.take(sentence);
        String namespace = place.namespace();
        boolean nothing = target.named().isEmpty() && target.kinds().isEmpty();
        if (nothing && namespace != null && !place.sure()) {
            return Optional.of(
                    new Spot(new Thing(null, List.of(namespace), false, false), NOWHERE));
        }
        return target.one().map(thing -> new Spot(thing, place));
    }

    /** Why somebody wants a change does not alter it, once it is said of what. */
    static Optional<Spot> takeForChange(Sentence sentence, Place place) {
        var spot = take(sentence, place);
        spot.filter(found -> found.thing().isNamed())
                .ifPresent(_ -> sentence.take(Sense.PROBLEM, Sense.UNHEALTHY, Sense.BECAUSE));
        return spot;
    }

    Spot with(Thing other) {
        return new Spot(other, place);
    }
}
