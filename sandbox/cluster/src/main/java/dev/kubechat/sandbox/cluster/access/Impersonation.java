package dev.kubechat.sandbox.cluster.access;

import dev.kubechat.sandbox.cluster.object.ObjectKey;
import dev.kubechat.sandbox.cluster.object.StatusError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Acting as somebody else, as a 1.36 server decides it: constrained impersonation first, then the old verb {@code impersonate}.
 * @see <a href="https://kep.k8s.io/5284">KEP-5284</a>
 */
public final class Impersonation {
    private static final String EXTRA_HEADER = "impersonate-extra-";
    private static final String AUTHENTICATION = "authentication.k8s.io";
    private static final Pattern SERVICE_ACCOUNT =
            Pattern.compile("system:serviceaccount:(?<namespace>[^:]+):(?<name>[^:]+)");

    private static final String NODES = "arbitrary-node";
    private static final String NODE = "system:node:";

    private final Rbac rbac;

    public Impersonation(Rbac rbac) {
        this.rbac = rbac;
    }

    /**
     * Whom the headers ask to be, or nothing if they do not.
     * @param headers by lower-case name
     */
    public static Optional<Caller> wanted(Map<String, List<String>> headers) {
        var user = first(headers, "impersonate-user");
        var uid = first(headers, "impersonate-uid");
        var groups = headers.getOrDefault("impersonate-group", List.of());
        var extra = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, values) -> {
            if (name.startsWith(EXTRA_HEADER)) {
                extra.computeIfAbsent(
                                decoded(name.substring(EXTRA_HEADER.length())),
                                any -> new ArrayList<>())
                        .addAll(values);
            }
        });
        if (user.isEmpty() && !(uid.isEmpty() && groups.isEmpty() && extra.isEmpty())) {
            throw StatusError.badRequest(
                    "requested uid \"%s\", groups %s, extra %s without impersonating a user name"
                            .formatted(uid, groups, extra.keySet()));
        }
        return user.isEmpty()
                ? Optional.empty()
                : Optional.of(new Caller(user, uid, groups, extra));
    }

    /** @throws StatusError 403 if {@code bot} may not do this as {@code wanted}; it names what the bot lacks */
    public Caller become(Caller bot, Caller wanted, Action action) {
        if (isOutsideAllModes(wanted)) {
            check(bot, wanted, "impersonate", "");
            return accepted(wanted);
        }
        StatusError refusal;
        try {
            return constrained(bot, wanted, action);
        } catch (StatusError e) {
            refusal = e;
        }
        try {
            check(bot, wanted, "impersonate", "");
            return accepted(wanted);
        } catch (StatusError legacy) {
            throw refusal;
        }
    }

    /** By the mode that is meant for such a user; nodes and service accounts are impersonated by their name alone. */
    private Caller constrained(Caller bot, Caller wanted, Action action) {
        var mode = mode(wanted);
        rbac.check(bot, on(mode, action));
        refuseOddities(wanted);
        check(bot, wanted, "impersonate:" + mode, AUTHENTICATION);
        return mode.equals(NODES) ? accepted(wanted).in("system:nodes") : accepted(wanted);
    }

    private static String mode(Caller wanted) {
        if (wanted.name().startsWith(NODE)) {
            return NODES;
        }
        return serviceAccount(wanted).isPresent() ? "serviceaccount" : "user-info";
    }

    private static boolean isOutsideAllModes(Caller wanted) {
        boolean nameAlone =
                wanted.groups().isEmpty() && wanted.uid().isEmpty() && wanted.extra().isEmpty();
        return !nameAlone && !mode(wanted).equals("user-info");
    }

    private static Action on(String mode, Action action) {
        var verb = "impersonate-on:" + mode + ":" + action.verb();
        return switch (action) {
            case Action.OnResource resource -> resource.withVerb(verb);
            case Action.OnPath path -> new Action.OnPath(verb, path.path());
        };
    }

    private static void refuseOddities(Caller wanted) {
        if (wanted.groups().contains("")) {
            throw StatusError.forbidden(
                    "groups." + AUTHENTICATION,
                    "",
                    "impersonating the empty string group is not allowed");
        }
        if (wanted.groups().contains(Caller.MASTERS)) {
            throw StatusError.forbidden(
                    "groups." + AUTHENTICATION,
                    Caller.MASTERS,
                    "impersonating the system:masters group is not allowed");
        }
        if (wanted.extra().values().stream().anyMatch(values -> values.contains(""))) {
            throw StatusError.forbidden(
                    "userextras." + AUTHENTICATION,
                    "",
                    "impersonating the empty string value in extra is not allowed");
        }
    }

    /** @param group the API group of users and groups: empty in the old way, which has it for these two only */
    private void check(Caller bot, Caller wanted, String verb, String group) {
        rbac.check(bot, user(wanted, verb, group));
        if (!wanted.uid().isEmpty()) {
            rbac.check(
                    bot, new Action.OnResource(verb, AUTHENTICATION, "uids", "", "", wanted.uid()));
        }
        for (var name : wanted.groups()) {
            rbac.check(bot, new Action.OnResource(verb, group, "groups", "", "", name));
        }
        wanted.extra()
                .forEach((key, values) ->
                        values.forEach(value ->
                                rbac.check(
                                        bot,
                                        new Action.OnResource(
                                                verb,
                                                AUTHENTICATION,
                                                "userextras",
                                                key,
                                                "",
                                                value))));
    }

    private static Action user(Caller wanted, String verb, String group) {
        if (verb.endsWith(NODES)) {
            return new Action.OnResource(
                    verb, group, "nodes", "", "", wanted.name().substring(NODE.length()));
        }
        return serviceAccount(wanted)
                .map(account ->
                        new Action.OnResource(
                                verb,
                                group,
                                "serviceaccounts",
                                "",
                                account.namespace(),
                                account.name()))
                .orElseGet(
                        () -> new Action.OnResource(verb, group, "users", "", "", wanted.name()));
    }

    private static Optional<ObjectKey> serviceAccount(Caller wanted) {
        var account = SERVICE_ACCOUNT.matcher(wanted.name());
        return account.matches()
                ? Optional.of(new ObjectKey(account.group("namespace"), account.group("name")))
                : Optional.empty();
    }

    private static Caller accepted(Caller wanted) {
        var account = serviceAccount(wanted);
        var known = wanted;
        if (account.isPresent() && wanted.groups().isEmpty()) {
            known =
                    known.in("system:serviceaccounts")
                            .in("system:serviceaccounts:" + account.get().namespace());
        }
        if (known.name().equals(Caller.ANONYMOUS.name())) {
            return known.in(Caller.UNAUTHENTICATED);
        }
        return known.groups().contains(Caller.UNAUTHENTICATED)
                ? known
                : known.in(Caller.AUTHENTICATED);
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }

    private static String decoded(String key) {
        var lower = key.toLowerCase(Locale.ROOT);
        try {
            return URLDecoder.decode(lower.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return lower;
        }
    }
}
