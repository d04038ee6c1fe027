package dev.kubechat.plan;

import dev.kubechat.kubectl.ResourceType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The objects a sentence speaks of, taken out of it. */
record Target(List<Thing> named, List<Thing> kinds) {

    private static final Set<Sense> JOINING =
            EnumSet.of(
                    Sense.WITH,
                    Sense.IN,
                    Sense.OF,
                    Sense.TO,
                    Sense.BY,
                    Sense.AS,
                    Sense.AND,
                    Sense.OR);
    private static final Set<Sense> RELATING =
            EnumSet.of(
                    Sense.OF,
                    Sense.IN,
                    Sense.BY,
                    Sense.WITH,
                    Sense.BEHIND_PLACE,
                    Sense.USED_BY,
                    Sense.ROUTES_TO);
    private static final Pattern FIRST_LETTER = Pattern.compile("[A-Z][a-z]+");

    Target {
        named = List.copyOf(named);
        kinds = List.copyOf(kinds);
    }

    static Target take(Sentence sentence) {
        var things = new ArrayList<Thing>();
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i)) {
                Thing slashed = slashed(sentence.at(i));
                if (slashed != null) {
                    sentence.take(i);
                    things.add(slashed);
                }
            }
        }
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && sentence.at(i).kind() != null && !sentence.at(i).quoted()) {
                things.add(ofKind(sentence, i));
            }
        }
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && sentence.at(i).isName()) {
                things.add(new Thing(null, namesFrom(sentence, i), false, false));
            }
        }
        return new Target(
                things.stream().filter(Thing::isNamed).toList(),
                things.stream().filter(thing -> !thing.isNamed()).toList());
    }

    /** "the pods on node worker-1": of two kinds the second only tells which ones of the first, or the other way round. */
    static boolean isRelated(Sentence sentence) {
        int first = sentence.find(Target::isKind);
        for (int i = first + 1; first >= 0 && i < sentence.size(); i++) {
            if (sentence.isFree(i) && isKind(sentence.at(i))) {
                int before = sentence.before(i, Sense.A, Sense.ALL);
                if (sentence.isFree(before) && sentence.at(before).isName()) {
                    before = sentence.before(before, Sense.A, Sense.ALL);
                }
                if (before > first
                        && sentence.isFree(before)
                        && sentence.at(before).isAny(RELATING)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isKind(Word word) {
        return word.kind() != null && !word.quoted();
    }

    /** "deployment/web" */
    private static @Nullable Thing slashed(Word word) {
        int slash = word.text().indexOf('/');
        if (slash <= 0 || slash != word.text().lastIndexOf('/')) {
            return null;
        }
        String name = word.text().substring(slash + 1);
        return ResourceType.builtIn(word.text().substring(0, slash))
                .filter(_ -> new Word(name, true, word.senses(), null, false, -1).fitsName())
                .map(type -> new Thing(type.plural(), List.of(name), false, false))
                .orElse(null);
    }

    private static Thing ofKind(Sentence sentence, int i) {
        Word kind = sentence.at(i);
        String plural = String.valueOf(kind.kind());
        sentence.take(i);
        int right = right(sentence, i);
        int left = left(sentence, i);
        boolean strongLeft = left >= 0 && sentence.at(left).isStrongName();
        boolean weakRight = right >= 0 && !sentence.at(right).isStrongName() && right == i + 1;
        if (right >= 0 && !(strongLeft && weakRight) && isGood(sentence, kind, right, i)) {
            return new Thing(plural, namesFrom(sentence, right), kind.plural(), false);
        }
        if (left >= 0) {
            List<String> names = namesTo(sentence, left);
            return new Thing(
                    plural,
                    names,
                    kind.plural(),
                    kind.plural() && plural.equals("pods") && names.size() == 1);
        }
        return new Thing(plural, List.of(), kind.plural(), false);
    }

    /** A word behind several that no one knows is rather a verb than their name. */
    private static boolean isGood(Sentence sentence, Word kind, int right, int i) {
        return !kind.plural()
                || right > i + 1
                || sentence.at(right).isStrongName()
                || sentence.isFree(right + 1, Sense.AND);
    }

    private static int right(Sentence sentence, int i) {
        int next = i + 1;
        boolean called = false;
        while (sentence.isFree(next)
                && !sentence.at(next).quoted()
                && (sentence.at(next).is(Sense.NAMED)
                        || (called && sentence.at(next).is(Sense.NOISE))
                        || (sentence.isFree(next + 1, Sense.NAMED)
                                && sentence.at(next).is(Sense.NOISE))
                        || sentence.at(next).text().equals(":"))) {
            called |= sentence.at(next).is(Sense.NAMED);
            next++;
        }
        if (!sentence.isFree(next)) {
            return -1;
        }
        Word word = sentence.at(next);
        boolean namespace =
                "namespaces".equals(sentence.at(i).kind())
                        && !sentence.at(i).plural()
                        && next == i + 1
                        && (word.is(Sense.KIND) || word.is(Sense.NUMBER));
        boolean maybe = next == i + 1 && word.is(Sense.MAYBE_NAME) && !sentence.at(i).plural();
        boolean name =
                word.isName()
                        || ((called || namespace || maybe)
                                && word.fitsName()
                                && !word.isAny(JOINING));
        if (name && called) {
            for (int between = i + 1; between < next; between++) {
                sentence.take(between);
            }
        }
        return name && !belongsToNext(sentence, next, called) ? next : -1;
    }

    /** "the service web deployment" is nobody's; "pods nginx deployment": the name goes with its own kind. */
    private static boolean belongsToNext(Sentence sentence, int name, boolean called) {
        return !called && sentence.isFree(name + 1, Sense.CONTAINER);
    }

    private static int left(Sentence sentence, int i) {
        int before = i - 1;
        if (sentence.isFree(before) && sentence.at(before).text().equals("'s")) {
            before--;
        }
        return sentence.isFree(before) && sentence.at(before).isName() ? before : -1;
    }

    /** "a, b and c", from the first on. */
    private static List<String> namesFrom(Sentence sentence, int first) {
        var names = new ArrayList<>(List.of(name(sentence.at(first))));
        sentence.take(first);
        int at = first;
        while (true) {
            int next = at + 1;
            while (sentence.isFree(next) && isJoint(sentence.at(next))) {
                next++;
            }
            boolean kindNext = sentence.isFree(next + 1) && sentence.at(next + 1).kind() != null;
            if (next == at + 1
                    || !sentence.isFree(next)
                    || !sentence.at(next).isName()
                    || kindNext) {
                return names;
            }
            take(sentence, at + 1, next);
            names.add(name(sentence.at(next)));
            at = next;
        }
    }

    private static List<String> namesTo(Sentence sentence, int last) {
        int first = last;
        while (first >= 2 && sentence.isFree(first - 1) && isJoint(sentence.at(first - 1))) {
            int next = first - 1;
            while (next > 0 && sentence.isFree(next) && isJoint(sentence.at(next))) {
                next--;
            }
            if (!sentence.isFree(next) || !sentence.at(next).isName()) {
                break;
            }
            first = next;
        }
        return namesFrom(sentence, first, last);
    }

    private static List<String> namesFrom(Sentence sentence, int first, int last) {
        var names = new ArrayList<String>();
        for (int i = first; i <= last; i++) {
            if (sentence.at(i).isName()) {
                names.add(name(sentence.at(i)));
            }
            sentence.take(i);
        }
        return names;
    }

    private static void take(Sentence sentence, int first, int last) {
        for (int i = first; i <= last; i++) {
            sentence.take(i);
        }
    }

    private static boolean isJoint(Word word) {
        return word.is(Sense.AND) || word.text().equals(",");
    }

    /** Objects have small letters; a sentence or a German noun begins with a large one. */
    static String name(Word word) {
        return !word.quoted() && FIRST_LETTER.matcher(word.text()).matches()
                ? word.text().toLowerCase(Locale.ROOT)
                : word.text();
    }

    /** The one thing that is spoken of; empty if there are several, or none at all. */
    Optional<Thing> one() {
        if (named.size() > 1) {
            return sameName();
        }
        if (named.isEmpty()) {
            return kinds.size() == 1 ? Optional.of(kinds.getFirst()) : Optional.empty();
        }
        Thing thing = named.getFirst();
        if (kinds.isEmpty()) {
            return Optional.of(thing);
        }
        Thing kind = kinds.getFirst();
        if (kinds.size() > 1) {
            return Optional.empty();
        }
        if (thing.kind() == null) {
            boolean pods = kind.isKind("pods") && kind.plural();
            return Optional.of(
                    new Thing(
                            kind.kind(),
                            thing.names(),
                            kind.plural(),
                            pods && thing.names().size() == 1));
        }
        boolean same = kind.isKind(String.valueOf(thing.kind()));
        if (same) {
            return Optional.of(thing);
        }
        return thing.owner() && kind.kind() != null
                ? Optional.of(thing.as(kind.kind()))
                : kind.isKind("pods") && kind.plural() ? Optional.of(thing) : Optional.empty();
    }

    /** "web is down, look at deployment web" */
    private Optional<Thing> sameName() {
        return named.stream().map(Thing::names).distinct().count() == 1
                ? named.stream().filter(thing -> thing.kind() != null).findFirst()
                : Optional.empty();
    }
}
