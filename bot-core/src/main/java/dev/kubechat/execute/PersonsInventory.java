package dev.kubechat.execute;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.ClusterId;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.cluster.Inventory;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.change.Access;
import dev.kubechat.execute.change.Need;
import dev.kubechat.identity.KubernetesIdentity;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.ResourceType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What one person may see of the inventory: what that person may list, asked of the cluster at most 60 s ago (P13). */
public final class PersonsInventory {

    private static final Duration FRESH = Duration.ofSeconds(60);
    private static final int MOST = 20_000;

    private final Inventory inventory;
    private final ClusterDoor door;
    private final Clock clock;
    private final Map<Asked, Answer> answers = new ConcurrentHashMap<>();

    PersonsInventory(Inventory inventory, ClusterDoor door, Clock clock) {
        this.inventory = inventory;
        this.door = door;
        this.clock = clock;
    }

    private record Asked(
            ClusterId cluster,
            KubernetesIdentity who,
            ResourceType type,
            @Nullable Namespace namespace) {}

    private record Answer(boolean allowed, Instant at) {}

    /** Whether it can be told for this person that an object is not there. */
    public boolean knows(Caller caller, ResourceType type, @Nullable Namespace namespace) {
        return inventory.knows(caller.cluster(), type) && mayList(caller, type, namespace);
    }

    /** Sorted; none where the person may not list them, or they are not known. */
    public List<String> names(Caller caller, ResourceType type, @Nullable Namespace namespace) {
        return knows(caller, type, namespace)
                ? inventory.names(caller.cluster(), type, namespace)
                : List.of();
    }

    private boolean mayList(Caller caller, ResourceType type, @Nullable Namespace namespace) {
        var asked = new Asked(caller.cluster(), caller.who(), type, namespace);
        var now = clock.instant();
        var known = answers.get(asked);
        if (known != null && now.isBefore(known.at().plus(FRESH))) {
            return known.allowed();
        }
        if (answers.size() >= MOST) {
            answers.clear();
        }
        var allowed = ask(caller, type, namespace);
        answers.put(asked, new Answer(allowed, now));
        return allowed;
    }

    /** A cluster that does not answer allows nothing. */
    private boolean ask(Caller caller, ResourceType type, @Nullable Namespace namespace) {
        var need =
                new Need(
                        "list",
                        type.group(),
                        type.plural(),
                        "",
                        namespace == null ? null : namespace.value(),
                        "");
        try {
            var reply =
                    new Api(caller.cluster(), door.forPerson(caller))
                            .post(Access.REVIEWS, need.review());
            return reply.ok() && reply.json().path("status").path("allowed").asBoolean(false);
        } catch (ClusterUnavailable away) {
            return false;
        }
    }
}
