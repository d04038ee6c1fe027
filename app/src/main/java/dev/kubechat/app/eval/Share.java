package dev.kubechat.app.eval;

import dev.kubechat.app.verb.JsonText;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;

/** So many out of so many. */
record Share(int some, int all) {

    static <T> Share of(Collection<T> all, Predicate<T> some) {
        return new Share((int) all.stream().filter(some).count(), all.size());
    }

    private double percent() {
        return all == 0 ? 0 : 100.0 * some / all;
    }

    JsonText json() {
        return new JsonText().with("right", some).with("of", all).with("percent", percent());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d of %d (%.1f %%)", some, all, percent());
    }
}
