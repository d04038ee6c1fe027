package dev.kubechat.admin;

import dev.kubechat.admin.Visitor.Role;
import dev.kubechat.chat.Person;
import dev.kubechat.chat.PlatformId;
import dev.kubechat.identity.Identification;
import dev.kubechat.identity.Identification.Known;
import dev.kubechat.identity.Identities;
import java.security.Principal;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides who may see which admin page, by the groups of the person's link for all clusters: no single cluster gives or takes a
 * right over KubeChat. Asks at each request, so a group that is left is left at once.
 */
final class Visitors {

    static final PlatformId WEB = new PlatformId("web");
    static final String ALL_CLUSTERS = "*";

    private final Identities identities;
    private final AdminProperties properties;

    Visitors(Identities identities, AdminProperties properties) {
        this.identities = identities;
        this.properties = properties;
    }

    /** @throws NotForYou unless the person is an admin */
    Visitor admin(Principal signedIn) {
        return let(signedIn, Set.of(Role.ADMIN), properties.groups());
    }

    /** @throws NotForYou unless the person is an auditor or an admin */
    Visitor auditor(Principal signedIn) {
        var either = new TreeSet<>(properties.groups());
        either.addAll(properties.auditorGroups());
        return let(signedIn, Set.of(Role.ADMIN, Role.AUDITOR), either);
    }

    private Visitor let(Principal signedIn, Set<Role> roles, Set<String> needed) {
        var account = signedIn.getName();
        return switch (identities.identify(new Person(WEB, account, account), ALL_CLUSTERS)) {
            case Known known when roles.contains(roleOf(known)) ->
                    new Visitor(known.name(), roleOf(known));
            case Known known ->
                    throw new NotForYou(
                            new Visitor(known.name(), roleOf(known)),
                            "%s is in none of the groups that may see this page: %s. %s"
                                    .formatted(known.name(), listed(needed), groupsOf(known)));
            case Identification.Unlinked _ ->
                    throw new NotForYou(
                            new Visitor(account, Role.GUEST),
                            "This page is for members of %s, but nobody has said yet who the account %s is in Kubernetes, so KubeChat knows no groups of it."
                                    .formatted(listed(needed), account));
        };
    }

    private Role roleOf(Known known) {
        var groups = known.kubernetes().groups();
        if (!Collections.disjoint(properties.groups(), groups)) {
            return Role.ADMIN;
        }
        return Collections.disjoint(properties.auditorGroups(), groups) ? Role.GUEST : Role.AUDITOR;
    }

    private static String groupsOf(Known known) {
        var groups = known.kubernetes().groups();
        return groups.isEmpty()
                ? "KubeChat knows no groups of theirs."
                : "Their groups are: %s.".formatted(listed(groups));
    }

    private static String listed(Set<String> groups) {
        return String.join(", ", new TreeSet<>(groups));
    }
}
