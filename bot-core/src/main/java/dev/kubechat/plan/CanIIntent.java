package dev.kubechat.plan;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "can I delete pods in prod?", "what am I allowed to do here?" */
final class CanIIntent implements Intent {

    private static final Map<String, String> VERBS =
            Map.ofEntries(
                    Map.entry("get", "get"),
                    Map.entry("read", "get"),
                    Map.entry("view", "get"),
                    Map.entry("see", "get"),
                    Map.entry("list", "list"),
                    Map.entry("show", "list"),
                    Map.entry("watch", "watch"),
                    Map.entry("create", "create"),
                    Map.entry("make", "create"),
                    Map.entry("add", "create"),
                    Map.entry("delete", "delete"),
                    Map.entry("remove", "delete"),
                    Map.entry("kill", "delete"),
                    Map.entry("update", "update"),
                    Map.entry("change", "update"),
                    Map.entry("modify", "update"),
                    Map.entry("edit", "update"),
                    Map.entry("patch", "patch"),
                    Map.entry("restart", "patch"),
                    Map.entry("deploy", "create"),
                    Map.entry("impersonate", "impersonate"),
                    Map.entry("bind", "bind"));

    private static final Pattern OTHER =
            Pattern.compile(
                    "(?:can|could|may|is)(?: the)?(?: user| group| sa| service ?account)?"
                            + " ([a-z0-9][a-z0-9.@:_-]{1,80})(?: be)?(?: allowed| able|"
                            + " permitted)?(?: to)? ([a-z]{3,12})(?: .*)?");
    private static final String OTHERS =
            "KubeChat asks only for the rights of the person who asks, never in somebody else's"
                + " name. Look at what is bound to them: show rolebindings in NAMESPACE. An admin"
                + " can run kubectl auth can-i --as=NAME in a terminal.";

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        boolean asked = sentence.has(Sense.CAN_I);
        if (sentence.has(Sense.RIGHTS) && !(asked && sentence.has(Sense.KIND))) {
            sentence.take(Sense.RIGHTS, Sense.SHOW, Sense.ALL, Sense.CAN_I, Sense.ANYTHING);
            return Target.take(sentence).named().isEmpty()
                    ? Intent.line("auth can-i --list", place)
                    : Optional.empty();
        }
        if (!asked) {
            return isOfOthers(sentence) ? Intent.refuse(OTHERS) : Optional.empty();
        }
        int at = sentence.find(Sense.CAN_I);
        sentence.take(Sense.CAN_I);
        if (sentence.take(Sense.ANYTHING)) {
            return Intent.line("auth can-i '*' '*'", place);
        }
        return verb(sentence, sentence.after(at), place);
    }

    /** "can alice delete pods": to ask it in her name is to act in her name. */
    private static boolean isOfOthers(Sentence sentence) {
        Matcher said = OTHER.matcher(sentence.said());
        return said.matches()
                && sentence.find(word -> word.isName() && isWho(word, said.group(1))) >= 0
                && VERBS.containsKey(said.group(2))
                && sentence.has(Sense.KIND, Sense.LOGS);
    }

    private static boolean isWho(Word word, String who) {
        return word.text().equalsIgnoreCase(who);
    }

    private static Optional<Said> verb(Sentence sentence, int at, Place place) {
        if (!sentence.isFree(at)) {
            return Optional.empty();
        }
        String said = sentence.at(at).text().toLowerCase(Locale.ROOT);
        boolean exec = sentence.at(at).is(Sense.EXEC);
        boolean scale = sentence.at(at).is(Sense.SCALE);
        String verb = exec ? "create" : scale ? "update" : VERBS.get(said);
        if (verb == null) {
            return Optional.empty();
        }
        sentence.take(at);
        boolean logs = sentence.take(Sense.LOGS);
        sentence.take(Sense.A, Sense.ALL, Sense.IN, Sense.OF, Sense.CREATE);
        Target target = Target.take(sentence);
        String part = exec ? "/exec" : logs ? "/log" : scale ? "/scale" : "";
        if (target.named().isEmpty() && target.kinds().isEmpty() && (exec || logs)) {
            return Intent.line("auth can-i %s pods%s".formatted(verb, part), place);
        }
        return target.one()
                .filter(thing -> thing.kind() != null && thing.names().size() <= 1)
                .flatMap(thing ->
                        Intent.line(
                                "auth can-i %s %s%s"
                                        .formatted(
                                                verb,
                                                thing.types(),
                                                part.isEmpty() && thing.isNamed()
                                                        ? "/" + thing.bare()
                                                        : part),
                                place));
    }
}
