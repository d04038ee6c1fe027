package dev.kubechat.plan;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
            return Optional.empty();
        }
        int at = sentence.find(Sense.CAN_I);
        sentence.take(Sense.CAN_I);
        if (sentence.take(Sense.ANYTHING)) {
            return Intent.line("auth can-i '*' '*'", place);
        }
        return verb(sentence, sentence.after(at), place);
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
