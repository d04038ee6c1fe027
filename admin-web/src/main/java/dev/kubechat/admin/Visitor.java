package dev.kubechat.admin;

import dev.kubechat.chat.Person;
import dev.kubechat.chat.PlatformId;
import dev.kubechat.cluster.Clusters;
import dev.kubechat.identity.Identification;
import dev.kubechat.identity.Identities;
import java.security.Principal;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Decides who may see which admin page, by the groups the person is in now. */
final class Visitor {

    private static final PlatformId WEB = new PlatformId("web");

    private final Identities identities;
    private final Clusters clusters;
    private final AdminProperties properties;

    Visitor(Identities identities, Clusters clusters, AdminProperties properties) {
        this.identities = identities;
        this.clusters = clusters;
        this.properties = properties;
    }

    /** @throws NotForYou unless the person is an admin */
    void mustBeAdmin(Principal person) {
        mustBeIn(properties.groups(), person);
    }

    /** @throws NotForYou unless the person is an auditor or an admin */
    void mayAudit(Principal person) {
        var either = new TreeSet<>(properties.groups());
        either.addAll(properties.auditorGroups());
        mustBeIn(either, person);
    }

    private void mustBeIn(Set<String> groups, Principal person) {
        if (Collections.disjoint(groups, groupsOf(person.getName()))) {
            throw new NotForYou(
                    "%s is in none of the groups that may see this page: %s. Ask an admin of KubeChat, or go back to the chat."
                            .formatted(person.getName(), String.join(", ", new TreeSet<>(groups))));
        }
    }

    private Set<String> groupsOf(String account) {
        var cluster = clusters.standard().id().value();
        return switch (identities.identify(new Person(WEB, account, account), cluster)) {
            case Identification.Known known -> known.kubernetes().groups();
            case Identification.Unlinked _ -> Set.of();
        };
    }
}
