package dev.kubechat.plan;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "taint node gpu-1 with dedicated=gpu:NoSchedule", "key dedicated value gpu effect NoSchedule". */
final class TaintIntent implements Intent {

    private static final Map<String, String> EFFECTS =
            Map.of(
                    "noschedule",
                    "NoSchedule",
                    "noexecute",
                    "NoExecute",
                    "prefernoschedule",
                    "PreferNoSchedule");
    private static final Pattern WHOLE =
            Pattern.compile(
                    "[A-Za-z0-9][-A-Za-z0-9_./]{0,250}(=[-A-Za-z0-9_.]{0,63})?:[A-Za-z]{4,20}-?");
    private static final Place NOWHERE = new Place(null, false, false);

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        boolean off = isOff(sentence);
        if (!sentence.has(Sense.TAINT, Sense.UNTAINT) || sentence.has(Sense.WHY)) {
            return Optional.empty();
        }
        if (isLook(sentence)) {
            return shown(sentence);
        }
        String taint = taint(sentence, off);
        boolean over = sentence.take(Sense.OVERWRITE);
        sentence.take(Sense.TAINT, Sense.UNTAINT, Sense.SET, Sense.ADD, Sense.NOW);
        sentence.take(Sense.KEY, Sense.VALUE, Sense.EFFECT);
        if (off) {
            sentence.take(Sense.DELETE);
        }
        if (taint == null) {
            return Optional.empty();
        }
        String words = off && !taint.endsWith("-") ? taint + "-" : taint;
        return Spot.takeForChange(sentence, place)
                .filter(spot -> spot.thing().kind() == null || spot.thing().isKind("nodes"))
                .filter(spot -> spot.thing().isNamed() && spot.place().namespace() == null)
                .flatMap(spot ->
                        Intent.line(
                                "taint nodes %s %s%s"
                                        .formatted(
                                                spot.thing().bare(),
                                                words,
                                                over ? " --overwrite" : ""),
                                NOWHERE));
    }

    private static boolean isLook(Sentence sentence) {
        return sentence.has(Sense.SHOW)
                && !sentence.has(Sense.UNTAINT, Sense.DELETE, Sense.SET, Sense.ADD);
    }

    private static Optional<Said> shown(Sentence sentence) {
        sentence.take(Sense.TAINT, Sense.SHOW, Sense.ALL);
        return Target.take(sentence)
                .one()
                .filter(thing -> thing.isKind("nodes"))
                .flatMap(thing ->
                        Intent.line(
                                thing.isNamed()
                                        ? "describe " + thing.words()
                                        : "get nodes -o"
                                              + " custom-columns=NAME:.metadata.name,TAINTS:.spec.taints",
                                NOWHERE));
    }

    private static boolean isOff(Sentence sentence) {
        return sentence.has(Sense.UNTAINT)
                || (sentence.has(Sense.TAINT) && sentence.has(Sense.DELETE));
    }

    private static @Nullable String taint(Sentence sentence, boolean off) {
        String whole =
                sentence.takeFirst(word ->
                        (word.isUnknown() || word.quoted())
                                && WHOLE.matcher(word.text()).matches());
        if (whole != null) {
            return whole;
        }
        String effect =
                sentence.takeFirst(
                        word -> EFFECTS.containsKey(word.text().toLowerCase(Locale.ROOT)));
        String key = Values.wordAfter(sentence, Sense.KEY);
        String value = Values.wordAfter(sentence, Sense.VALUE);
        String pair = sentence.takeFirst(word -> word.isUnknown() && word.text().indexOf('=') > 0);
        String left =
                pair != null ? pair : key == null ? null : value == null ? key : key + "=" + value;
        if (left == null) {
            return off ? bareKey(sentence, effect) : null;
        }
        return effect == null
                ? (off ? left : null)
                : left + ":" + EFFECTS.get(effect.toLowerCase(Locale.ROOT));
    }

    /** "remove the taint dedicated from node gpu-1" */
    private static @Nullable String bareKey(Sentence sentence, @Nullable String effect) {
        int at = sentence.find(word -> word.is(Sense.TAINT) || word.is(Sense.UNTAINT));
        int next = at < 0 ? -1 : sentence.after(at);
        if (!sentence.isFree(next) || !sentence.at(next).isName()) {
            int before = at - 1;
            if (!sentence.isFree(before) || !sentence.at(before).isName()) {
                return null;
            }
            next = before;
        }
        sentence.take(next);
        String key = sentence.at(next).text();
        return effect == null ? key : key + ":" + EFFECTS.get(effect.toLowerCase(Locale.ROOT));
    }
}
