package dev.kubechat.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** "label pod web-0 tier=gold", "remove the label tier from pod web-0", "annotate pod web-0 with owner 'team a'". */
final class LabelIntent implements Intent {

    private static final Set<String> CHANGES =
            Set.of(
                    "change", "update", "modify", "replace", "ändere", "ändern", "cambia",
                    "cambiar", "mude", "altere", "modifie", "badlo");
    private static final Set<Sense> SELECTING =
            EnumSet.of(Sense.SELECTOR, Sense.SHOW_LABELS, Sense.LABEL, Sense.OR);

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        // "a new label" makes nothing
        takeAdd(sentence);
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
        boolean changed = isChanged(sentence);
        boolean named = annotates || sets || changed || sentence.has(Sense.LABEL, Sense.UNLABEL);
        boolean looks =
                sentence.has(Sense.SHOW)
                        && !sentence.has(Sense.SET, Sense.ADD, Sense.UNLABEL, Sense.DELETE);
        if (sentence.has(Sense.WHY) || looks || (!named && !isNodePair(sentence))) {
            return Optional.empty();
        }
        String which = which(sentence, off);
        List<String> changes = off ? keys(sentence) : pairs(sentence, annotates);
        boolean all = sentence.take(Sense.ALL);
        boolean over = sentence.take(Sense.OVERWRITE) || changed;
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
        if (Target.isRelated(sentence)) {
            return Intent.ask(
                    "Which objects are to be changed? Name only these, by their kind and their"
                            + " names.");
        }
        return Spot.takeForChange(sentence, place)
                .flatMap(spot ->
                        line(
                                spot,
                                annotates ? "annotate" : "label",
                                words + (over ? " --overwrite" : ""),
                                which,
                                all));
    }

    /** "change the labels of pod web-0 to tier=gold": it has one already. */
    private static boolean isChanged(Sentence sentence) {
        int change = sentence.find(word -> word.is(Sense.SET) && CHANGES.contains(low(word)));
        int next = change < 0 ? -1 : sentence.after(change, Sense.A);
        return sentence.isFree(next, Sense.LABEL)
                || sentence.isFree(next, Sense.SHOW_LABELS)
                || sentence.isFree(next, Sense.ANNOTATE);
    }

    /** "add a label" makes nothing, "add a pod" does. */
    private static void takeAdd(Sentence sentence) {
        int add = sentence.find(word -> word.is(Sense.CREATE) && low(word).startsWith("add"));
        int next = add < 0 ? -1 : sentence.after(add, Sense.A, Sense.CREATE);
        boolean label =
                sentence.isFree(next, Sense.LABEL)
                        || sentence.isFree(next, Sense.SELECTOR)
                        || sentence.isFree(next, Sense.ANNOTATE);
        if (label) {
            sentence.take(add);
        }
    }

    private static String low(Word word) {
        return word.text().toLowerCase(Locale.ROOT);
    }

    /** "to all pods that have app=v1 or app=v2": behind several objects stands which of them, if what to set was said before. */
    private static String which(Sentence sentence, boolean off) {
        int kind = sentence.find(word -> word.kind() != null && word.plural());
        if (kind < 0) {
            return "";
        }
        Sentence before = sentence.copy();
        for (int i = kind; i < sentence.size(); i++) {
            before.take(i);
        }
        if (!off && before.find(Values::isPairWord) < 0) {
            return "";
        }
        Sentence behind = sentence.copy();
        for (int i = 0; i <= kind; i++) {
            behind.take(i);
        }
        String which = Values.selectorFlag(behind);
        for (int i = kind + 1; i < sentence.size() && !which.isEmpty(); i++) {
            Word word = sentence.at(i);
            if (sentence.isFree(i) && (Values.isPairWord(word) || word.isAny(SELECTING))) {
                sentence.take(i);
            }
        }
        return which;
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
            if (value == null && key != null) {
                value = to(sentence);
            }
            return value != null
                    ? List.of(key + "=" + value)
                    : key == null && annotates ? worded(sentence) : List.of();
        }
        return pairs;
    }

    /** "the label tier of pod web-0 to gold" */
    private static @Nullable String to(Sentence sentence) {
        for (int i = sentence.size() - 1; i >= 0; i--) {
            int next = sentence.isFree(i, Sense.TO) ? sentence.after(i) : -1;
            if (sentence.isFree(next)
                    && next == i + 1
                    && (sentence.at(next).isUnknown() || sentence.at(next).quoted())) {
                sentence.take(i);
                sentence.take(next);
                return sentence.at(next).text();
            }
        }
        return null;
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

    private static Optional<Said> line(
            Spot spot, String verb, String words, String which, boolean all) {
        Thing thing = spot.thing();
        if (!which.isEmpty()) {
            return thing.isNamed() || thing.kind() == null
                    ? Optional.empty()
                    : Intent.line(
                            "%s %s%s %s".formatted(verb, thing.types(), which, words),
                            spot.place());
        }
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
