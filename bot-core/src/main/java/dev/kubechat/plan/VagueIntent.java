package dev.kubechat.plan;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "delete it", "restart everything", "fix checkout", "is prod ok?": asks for what nobody could know. */
final class VagueIntent implements Intent {

    private static final Pattern FIX =
            Pattern.compile(
                    "(?:please )?(?:fix|repair|heal|check on)(?: the)? ([a-z0-9][-a-z0-9]{1,60})(?:"
                            + " please)?");
    private static final Pattern WELL =
            Pattern.compile(
                    "(?:is|how is|how's) ([a-z0-9][-a-z0-9]{1,60})(?: doing| still)?(?:"
                            + " (?:ok|okay|fine|good|well|alright|all right|working))?(?: now)?");
    private static final Set<String> NOBODY =
            Set.of("it", "this", "that", "them", "everything", "all", "things", "something");
    private static final Map<Sense, String> VERBS = verbs();
    // what a pronoun, or nothing at all, is said with
    private static final Set<Sense> EMPTY =
            EnumSet.of(
                    Sense.NOISE,
                    Sense.A,
                    Sense.AND,
                    Sense.STOP,
                    Sense.ALL,
                    Sense.ANYTHING,
                    Sense.TO,
                    Sense.NOW,
                    Sense.RELATIVE,
                    Sense.ROLLOUT,
                    Sense.REPLICAS);

    private static Map<Sense, String> verbs() {
        var verbs = new EnumMap<Sense, String>(Sense.class);
        verbs.put(Sense.DELETE, "deleted");
        verbs.put(Sense.RESTART, "restarted");
        verbs.put(Sense.SCALE, "scaled, and to how many replicas");
        verbs.put(Sense.UNDO, "rolled back");
        verbs.put(Sense.PAUSE, "paused");
        verbs.put(Sense.RESUME, "resumed");
        verbs.put(Sense.EXPOSE, "exposed, and on which port");
        verbs.put(Sense.DRAIN, "drained");
        verbs.put(Sense.CORDON, "cordoned");
        verbs.put(Sense.UNCORDON, "uncordoned");
        return verbs;
    }

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (place.namespace() != null || place.everywhere()) {
            return Optional.empty();
        }
        String said = sentence.said();
        Matcher fix = FIX.matcher(said);
        if (fix.matches()) {
            return NOBODY.contains(fix.group(1)) ? unnamed() : fix(fix.group(1));
        }
        Matcher well = WELL.matcher(said);
        if (well.matches() && sentence.find(word -> isCalled(word, well.group(1))) >= 0) {
            String name = well.group(1);
            return Intent.ask(
                    "What is %s: a namespace, a deployment, a node?".formatted(name),
                    "show pods in " + name,
                    "status of deployment " + name,
                    "describe node " + name);
        }
        return bare(sentence);
    }

    private static boolean isCalled(Word word, String name) {
        return word.isName() && word.text().equalsIgnoreCase(name);
    }

    private static Optional<Said> fix(String name) {
        return Intent.ask(
                "What is wrong with %s? Look first, then say what is to be changed."
                        .formatted(name),
                "why is %s not working".formatted(name),
                "logs of %s".formatted(name),
                "restart %s".formatted(name));
    }

    private static Optional<Said> unnamed() {
        return Intent.ask(
                "What is not well? Name it, like: why does deployment checkout not start in shop?",
                "show pods that are not running in all namespaces",
                "show warning events in all namespaces");
    }

    /** A verb and nothing that it could be done to. */
    private static Optional<Said> bare(Sentence sentence) {
        var found = EnumSet.noneOf(Sense.class);
        boolean trouble = false;
        for (int i = 0; i < sentence.size(); i++) {
            Word word = sentence.at(i);
            Optional<Sense> verb = VERBS.keySet().stream().filter(word::is).findFirst();
            boolean problem = word.is(Sense.PROBLEM) || word.is(Sense.UNHEALTHY);
            boolean something = NOBODY.contains(word.text().toLowerCase(java.util.Locale.ROOT));
            if (word.quoted() || !(verb.isPresent() || problem || something || isEmpty(word))) {
                return Optional.empty();
            }
            verb.ifPresent(found::add);
            trouble |= problem;
        }
        if (found.size() == 1) {
            return Intent.ask(
                    "What is to be %s? Say its kind and its name."
                            .formatted(VERBS.get(found.iterator().next())));
        }
        return found.isEmpty() && trouble ? unnamed() : Optional.empty();
    }

    private static boolean isEmpty(Word word) {
        return word.isAny(EMPTY);
    }
}
