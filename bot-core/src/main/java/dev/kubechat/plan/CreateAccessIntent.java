package dev.kubechat.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** "create role reader that can get and list pods", "create rolebinding b for role reader and user jane". */
final class CreateAccessIntent implements Intent {

    private static final Set<String> ROLES = Set.of("roles", "clusterroles");
    private static final Set<String> BINDINGS = Set.of("rolebindings", "clusterrolebindings");
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?");
    private static final Set<String> VERBS =
            Set.of(
                    "get",
                    "list",
                    "watch",
                    "create",
                    "update",
                    "patch",
                    "delete",
                    "deletecollection",
                    "*");

    @Override
    public Optional<Said> read(Sentence sentence, Place place) {
        if (sentence.has(Sense.BIND) && !sentence.has(Sense.WHY, Sense.CAN_I, Sense.CREATE)) {
            return bound(sentence, place);
        }
        if (!sentence.has(Sense.CREATE) || sentence.has(Sense.WHY)) {
            return Optional.empty();
        }
        int create = sentence.find(Sense.CREATE);
        sentence.take(create);
        if (sentence.find(word -> BINDINGS.contains(String.valueOf(word.kind()))) >= 0) {
            return binding(sentence, place);
        }
        return sentence.find(word -> ROLES.contains(String.valueOf(word.kind()))) >= 0
                ? role(sentence, place)
                : Optional.empty();
    }

    private static Optional<Said> role(Sentence sentence, Place place) {
        String dry = Made.dry(sentence);
        List<String> verbs =
                sentence.takeAll(word -> VERBS.contains(word.text().toLowerCase(Locale.ROOT)));
        sentence.take(Sense.VERBS, Sense.CREATE, Sense.CAN_I);
        Target target = Target.take(sentence);
        Thing role = one(target, ROLES);
        List<String> resources =
                target.kinds().stream().map(Thing::kind).map(String::valueOf).distinct().toList();
        if (role == null || target.named().size() > 1 || verbs.isEmpty() || resources.isEmpty()) {
            return Optional.empty();
        }
        String flags =
                verbs.stream()
                                .map(verb -> " --verb=" + verb.toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining())
                        + resources.stream()
                                .map(kind -> " --resource=" + kind)
                                .collect(Collectors.joining());
        return Intent.line(
                "create %s %s%s%s".formatted(role.type(), role.bare(), flags, dry),
                scope(role, place));
    }

    private static @Nullable Thing one(Target target, Set<String> kinds) {
        var found =
                target.named().stream()
                        .filter(thing -> kinds.contains(String.valueOf(thing.kind())))
                        .toList();
        return found.size() == 1 && found.getFirst().names().size() == 1 ? found.getFirst() : null;
    }

    private static Place scope(Thing made, Place place) {
        return String.valueOf(made.kind()).startsWith("cluster")
                ? new Place(null, false, false)
                : place;
    }

    /** "bind role reader to user bob in dev": the new binding is called after both. */
    private static Optional<Said> bound(Sentence sentence, Place place) {
        sentence.take(Sense.BIND);
        String user = Values.wordAfter(sentence, Sense.USER);
        String group = Values.wordAfter(sentence, Sense.GROUP);
        Target target = Target.take(sentence);
        Thing role = one(target, ROLES);
        String whom = user != null ? user : group;
        boolean whole =
                role != null
                        && (user == null) != (group == null)
                        && target.named().size() == 1
                        && target.kinds().isEmpty();
        if (!whole || role == null || whom == null) {
            return Optional.empty();
        }
        if (role.isKind("clusterroles") && place.namespace() == null) {
            return Intent.ask(
                    "Is cluster role %s to hold in one namespace or in the whole cluster? Say in which namespace, or: create clusterrolebinding NAME for clusterrole %s and %s %s"
                            .formatted(
                                    role.bare(),
                                    role.bare(),
                                    user != null ? "user" : "group",
                                    whom));
        }
        if (!PLAIN.matcher(whom).matches()) {
            return Intent.ask("What is the new role binding to be called?");
        }
        return Intent.line(
                "create rolebinding %s-%s --%s=%s --%s=%s"
                        .formatted(
                                role.bare(),
                                whom,
                                role.type(),
                                role.bare(),
                                user != null ? "user" : "group",
                                whom),
                place);
    }

    private static Optional<Said> binding(Sentence sentence, Place place) {
        String dry = Made.dry(sentence);
        String user = Values.wordAfter(sentence, Sense.USER);
        String group = Values.wordAfter(sentence, Sense.GROUP);
        sentence.take(Sense.USER, Sense.GROUP, Sense.SET);
        Target target = Target.take(sentence);
        Thing binding = one(target, BINDINGS);
        Thing role = one(target, ROLES);
        Thing account = one(target, Set.of("serviceaccounts"));
        var rest = new ArrayList<>(target.named());
        rest.removeIf(
                thing -> thing.equals(binding) || thing.equals(role) || thing.equals(account));
        boolean nobody = user == null && group == null && account == null;
        boolean unplaced =
                account != null && !account.bare().contains(":") && place.namespace() == null;
        if (binding == null
                || role == null
                || nobody
                || unplaced
                || !rest.isEmpty()
                || !target.kinds().isEmpty()) {
            return Optional.empty();
        }
        String flags =
                (role.isKind("roles") ? " --role=" : " --clusterrole=")
                        + role.bare()
                        + (user == null ? "" : " --user=" + user)
                        + (group == null ? "" : " --group=" + group)
                        + (account == null ? "" : " --serviceaccount=" + account(account, place));
        return Intent.line(
                "create %s %s%s%s".formatted(binding.type(), binding.bare(), flags, dry),
                scope(binding, place));
    }

    private static String account(Thing account, Place place) {
        return account.bare().contains(":")
                ? account.bare()
                : place.namespace() + ":" + account.bare();
    }
}
