package dev.kubechat.pipeline;

import dev.kubechat.chat.ChatThread;
import dev.kubechat.chat.Completions;
import dev.kubechat.chat.Person;
import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterBusy;
import dev.kubechat.cluster.Clusters;
import dev.kubechat.cluster.RequestId;
import dev.kubechat.execute.PersonsInventory;
import dev.kubechat.identity.Identification;
import dev.kubechat.identity.Identities;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.ResourceType;
import dev.kubechat.session.Session;
import dev.kubechat.session.Sessions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Completes names out of what the person may list where the thread is about (P13). */
final class NameCompletion implements Completions {

    private static final int MOST = 20;
    // one letter fits too much to be of help
    private static final Pattern BEGUN = Pattern.compile("[a-z0-9][a-z0-9.-]{1,252}");
    private static final List<ResourceType> IN_NAMESPACES =
            Stream.of(
                            "deployments",
                            "statefulsets",
                            "daemonsets",
                            "services",
                            "cronjobs",
                            "jobs",
                            "ingresses",
                            "pods")
                    .map(ResourceType::of)
                    .toList();
    private static final List<ResourceType> IN_CLUSTERS =
            List.of(ResourceType.of("namespaces"), ResourceType.of("nodes"));

    private final Identities identities;
    private final Sessions sessions;
    private final Clusters clusters;
    private final PersonsInventory inventory;

    NameCompletion(
            Identities identities,
            Sessions sessions,
            Clusters clusters,
            PersonsInventory inventory) {
        this.identities = identities;
        this.sessions = sessions;
        this.clusters = clusters;
        this.inventory = inventory;
    }

    @Override
    public List<String> names(Person person, @Nullable ChatThread thread, String begun) {
        if (!BEGUN.matcher(begun).matches()) {
            return List.of();
        }
        var session = thread == null ? standard() : sessions.of(thread);
        return switch (identities.identify(person, session.cluster().value())) {
            case Identification.Known known ->
                    names(
                            new Caller(
                                    session.cluster(),
                                    known.kubernetes(),
                                    new RequestId(UUID.randomUUID())),
                            session.namespace(),
                            begun);
            case Identification.Unlinked _ -> List.of();
        };
    }

    private Session standard() {
        var cluster = clusters.standard();
        return new Session(cluster.id(), cluster.defaultNamespace());
    }

    private List<String> names(Caller caller, Namespace namespace, String begun) {
        var names = new TreeSet<String>();
        try {
            IN_CLUSTERS.forEach(type -> add(names, inventory.names(caller, type, null), begun));
            IN_NAMESPACES.forEach(
                    type -> add(names, inventory.names(caller, type, namespace), begun));
        } catch (ClusterBusy busy) {
            // what is there already is still right
        }
        return names.stream().limit(MOST).toList();
    }

    private static void add(Set<String> names, List<String> known, String begun) {
        known.stream().filter(name -> name.startsWith(begun)).forEach(names::add);
    }
}
