package dev.kubechat.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** "label pod web-0 tier=gold", "remove the label tier from pod web-0", "annotate pod web-0 with owner 'team a'". */
final class LabelIntent implements Intent {

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        // "a new label" makes nothing
        sentence.takeAll(word -> word.text().equalsIgnoreCase("new"));
        boolean annotates = sentence.has(Sense.ANNOTATE, Sense.UNANNOTATE);
        boolean off =
                sentence.has(Sense.UNLABEL, Sense.UNANNOTATE)
                        || (sentence.has(Sense.DELETE)
                                && sentence.has(Sense.LABEL, Sense.ANNOTATE));
        boolean sets =
                sentence.has(Sense.SET)
                        && sentence.has(Sense.SELECTOR)
                        && !sentence.has(Sense.DELETE);
        boolean named = annotates || sets || sentence.has(Sense.LABEL, Sense.UNLABEL);
        boolean looks =
                sentence.has(Sense.SHOW)
                        && !sentence.has(Sense.SET, Sense.ADD, Sense.UNLABEL, Sense.DELETE);
        if (sentence.has(Sense.WHY) || looks || (!named && !isNodePair(sentence))) {
            return Optional.empty();
        }
        List<String> changes = off ? keys(sentence) : pairs(sentence, annotates);
        boolean all = sentence.take(Sense.ALL);
        boolean over = sentence.take(Sense.OVERWRITE);
        sentence.take(
                Sense.LABEL, Sense.UNLABEL, Sense.ANNOTATE, Sense.UNANNOTATE, Sense.SET, Sense.ADD);
        sentence.take(Sense.NOW, Sense.VALUE, Sense.KEY);
        if (off) {
            sentence.take(Sense.DELETE);
        } else {
            sentence.take(Sense.SHOW_LABELS, Sense.SELECTOR);
        }
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        String words = changes.stream().map(Values::quoted).collect(Collectors.joining(" "));
        return Spot.takeForChange(sentence, place)
                .flatMap(spot ->
                        line(
                                spot,
                                annotates ? "annotate" : "label",
                                words + (over ? " --overwrite" : ""),
                                all));
    }

    /** "node n1 gets disk=ssd": nothing else of a node is said like this. */
    private static boolean isNodePair(Sentence sentence) {
        return sentence.has(Sense.SET, Sense.ADD)
                && sentence.find(word -> "nodes".equals(word.kind())) >= 0
                && sentence.find(word ->
                        word.isUnknown()
                                && word.text().matches("[a-z0-9./-]{1,100}=[A-Za-z0-9._-]{1,63}"))
                        >= 0;
    }

    private static List<String> pairs(Sentence sentence, boolean annotates) {
        List<String> pairs = Values.pairs(sentence);
        if (pairs.isEmpty()) {
            Sense named = sentence.has(Sense.KEY) ? Sense.KEY : Sense.LABEL;
            String key = Values.wordAfter(sentence, named);
            String value = key == null ? null : Values.wordAfter(sentence, Sense.VALUE);
            if (value != null) {
                return List.of(key + "=" + value);
            }
        }
        return pairs.isEmpty() && annotates ? worded(sentence) : pairs;
    }

    /** "with description 'my frontend'" */
    private static List<String> worded(Sentence sentence) {
        int last = sentence.size() - 1;
        while (last >= 0 && !(sentence.isFree(last) && sentence.at(last).quoted())) {
            last--;
        }
        int key = last < 0 ? -1 : sentence.before(last, Sense.TO, Sense.AS, Sense.STOP);
        if (!sentence.isFree(key) || !sentence.at(key).fitsName()) {
            return List.of();
        }
        sentence.take(key);
        sentence.take(last);
        return List.of(sentence.at(key).text() + "=" + sentence.at(last).text());
    }

    /** Keys to be taken off, each with the dash that kubectl wants. */
    private static List<String> keys(Sentence sentence) {
        var keys = new ArrayList<String>();
        int at =
                sentence.find(word ->
                        word.is(Sense.UNLABEL)
                                || word.is(Sense.UNANNOTATE)
                                || word.is(Sense.LABEL)
                                || word.is(Sense.ANNOTATE));
        int next = at < 0 ? -1 : sentence.after(at, Sense.NAMED, Sense.STOP, Sense.KEY);
        boolean key = sentence.isFree(next) && isKey(sentence.at(next));
        if (!key) {
            next = at - 1;
            key =
                    sentence.isFree(next)
                            && isKey(sentence.at(next))
                            && !sentence.at(next).is(Sense.DELETE)
                            && sentence.at(next).isUnknown();
        }
        if (key) {
            sentence.take(next);
            String text = sentence.at(next).text();
            keys.add(text.endsWith("-") ? text : text + "-");
        }
        return keys;
    }

    private static boolean isKey(Word word) {
        return !word.is(Sense.OF)
                && !word.is(Sense.IN)
                && word.kind() == null
                && word.text().matches("[A-Za-z0-9][-A-Za-z0-9_./]{0,250}");
    }

    private static Optional<Said> line(Spot spot, String verb, String words, boolean all) {
        Thing thing = spot.thing();
        if (!thing.isNamed()) {
            return all && thing.plural()
                    ? Intent.line(
                            "%s %s --all %s".formatted(verb, thing.types(), words), spot.place())
                    : thing.plural()
                            ? Optional.empty()
                            : Intent.ask(
                                    "Which %s is meant? Say its name.".formatted(thing.type()));
        }
        if (thing.kind() == null) {
            boolean pods = thing.names().stream().allMatch(Thing::isSurelyPod);
            if (!pods) {
                return Intent.ask(
                        "What is %s: a pod, a deployment, a node?".formatted(thing.said()));
            }
        }
        Thing typed = thing.owner() ? null : thing.asWorkload();
        return typed == null || all
                ? Optional.empty()
                : Intent.line(
                        "%s %s %s %s".formatted(verb, typed.type(), typed.bare(), words),
                        spot.place());
    }
}
