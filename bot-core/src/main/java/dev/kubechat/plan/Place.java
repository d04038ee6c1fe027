package dev.kubechat.plan;

import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where something is meant to be, taken out of a sentence.
 *
 * @param namespace the one named, or null
 * @param everywhere whether all namespaces were named
 * @param sure whether it was called a namespace: "in prod" alone may name the object
 */
record Place(@Nullable String namespace, boolean everywhere, boolean sure) {

    private static final Place UNSAID = new Place(null, false, false);

    static Place take(Sentence sentence) {
        if (sentence.take(Sense.EVERYWHERE)) {
            return new Place(null, true, true);
        }
        Place called = called(sentence);
        return called != null ? called : in(sentence);
    }

    /** "namespace shop", "shop namespace", "ns: shop"; null if a namespace itself is spoken of. */
    private static @Nullable Place called(Sentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && isNamespace(sentence.at(i)) && !sentence.at(i).plural()) {
                int name = name(sentence, i);
                if (name >= 0
                        && (isBehindPreposition(sentence, Math.min(i, name))
                                || isAboutMore(sentence, i, name))) {
                    return at(sentence, i, name);
                }
            }
        }
        return null;
    }

    private static Place at(Sentence sentence, int namespace, int name) {
        int first = Math.min(namespace, name);
        for (int i = first; i <= Math.max(namespace, name); i++) {
            sentence.take(i);
        }
        int before = sentence.before(first);
        if (sentence.isFree(before) && isPreposition(sentence.at(before))) {
            sentence.take(before);
        }
        return new Place(lower(sentence.at(name)), false, true);
    }

    private static boolean isNamespace(Word word) {
        return "namespaces".equals(word.kind());
    }

    /** Of the words beside "namespace", the one that is its name; -1 if none is. */
    private static int name(Sentence sentence, int i) {
        int right = sentence.after(i, Sense.NAMED, Sense.STOP);
        int left = sentence.before(i);
        boolean leftName = sentence.isFree(left) && sentence.at(left).isName();
        boolean rightName = sentence.isFree(right) && sentence.at(right).isName();
        if (rightName && right - i > 1 && isSentenceEnd(sentence, i + 1) && leftName) {
            return left;
        }
        if (leftName && (!rightName || isBehindPreposition(sentence, left))) {
            return left;
        }
        if (rightName) {
            return right;
        }
        boolean any =
                sentence.isFree(i + 1)
                        && sentence.at(i + 1).fitsName()
                        && (sentence.at(i + 1).is(Sense.KIND)
                                || sentence.at(i + 1).is(Sense.NUMBER));
        return any ? i + 1 : -1;
    }

    private static boolean isSentenceEnd(Sentence sentence, int i) {
        return sentence.isFree(i, Sense.STOP) && !sentence.at(i).text().equals(":");
    }

    private static boolean isBehindPreposition(Sentence sentence, int i) {
        int before = sentence.before(i);
        return sentence.isFree(before) && isPreposition(sentence.at(before));
    }

    private static boolean isPreposition(Word word) {
        return word.is(Sense.IN) || word.is(Sense.OF);
    }

    /** Whether the sentence speaks of something else than of this namespace. */
    private static boolean isAboutMore(Sentence sentence, int namespace, int name) {
        for (int i = 0; i < sentence.size(); i++) {
            if (i != namespace && i != name && sentence.isFree(i)) {
                Word word = sentence.at(i);
                boolean topic =
                        word.is(Sense.LOGS)
                                || word.is(Sense.EVENTS)
                                || word.is(Sense.RIGHTS)
                                || (word.is(Sense.KIND) && !isNamespace(word));
                if (topic || word.isName()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "in shop", and "shop mein". */
    private static Place in(Sentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i, Sense.IN)) {
                int name = sentence.after(i);
                if (sentence.isFree(name) && isPlace(sentence, name)) {
                    sentence.take(i);
                    sentence.take(name);
                    return new Place(lower(sentence.at(name)), false, false);
                }
            }
            if (sentence.isFree(i, Sense.BEHIND_PLACE)
                    && sentence.isFree(i - 1)
                    && sentence.at(i - 1).isName()) {
                sentence.take(i);
                sentence.take(i - 1);
                return new Place(lower(sentence.at(i - 1)), false, false);
            }
        }
        return UNSAID;
    }

    /** Not in "in the checkout deployment", and not in "in deployment checkout". */
    private static boolean isPlace(Sentence sentence, int name) {
        Predicate<String> shaped =
                text -> text.indexOf(':') < 0 && text.indexOf('/') < 0 && text.indexOf('.') < 0;
        int next = sentence.after(name);
        boolean beforeKind =
                next == name + 1
                        && sentence.isFree(next)
                        && !sentence.at(next).quoted()
                        && (sentence.at(next).is(Sense.KIND)
                                || sentence.at(next).is(Sense.CONTAINER))
                        && !isNamespace(sentence.at(next));
        boolean maybe =
                sentence.at(name).is(Sense.MAYBE_NAME)
                        && sentence.at(name - 1).is(Sense.IN)
                        && (name + 1 == sentence.size() || sentence.at(name + 1).is(Sense.STOP));
        return (maybe || sentence.at(name).isName())
                && shaped.test(sentence.at(name).text())
                && !beforeKind;
    }

    private static String lower(Word word) {
        return word.quoted() ? word.text() : word.text().toLowerCase(Locale.ROOT);
    }

    /** {@code -n} or {@code -A} for a kubectl line, with a blank before it; nothing if no namespace was named. */
    String scope() {
        if (everywhere) {
            return " -A";
        }
        return namespace == null ? "" : " -n " + namespace;
    }

    /** What a person would add to name the namespace again. */
    String said() {
        return namespace == null ? "" : " in " + namespace;
    }
}
