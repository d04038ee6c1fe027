package dev.kubechat.cluster;

import dev.kubechat.cluster.ClusterProperties.Registered;
import dev.kubechat.kubectl.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one door to clusters. A client from here either bears a person's headers on each request or can do nothing but look after
 * the house; it never sends a request twice, checks the server's certificate and gives up in time. Clients need not be closed.
 */
public final class ClusterDoor implements AutoCloseable {

    private final Map<ClusterId, ClusterConnection> connections = new LinkedHashMap<>();

    ClusterDoor(List<Registered> clusters, Clock clock) {
        clusters.forEach(
                cluster -> connections.put(cluster.id(), new ClusterConnection(cluster, clock)));
    }

    /**
     * A client that acts as the person and as nobody else. Its calls throw {@link ClusterBusy} when too many are under way and
     * {@link DoorShut} when they break the rules of the door; in both cases nothing was sent.
     */
    public KubernetesClient forPerson(Caller caller) {
        return connection(caller.cluster()).forPerson(caller);
    }

    /**
     * A client whose requests are let out only before that moment; a connection still to be opened may take its own timeout more.
     */
    public KubernetesClient forPerson(Caller caller, Instant notAfter) {
        return connection(caller.cluster()).forPerson(caller, notAfter);
    }

    /** A client with KubeChat's own rights, for inventory, health and reviews; all else is shut (P3). */
    public KubernetesClient itself(ClusterId cluster) {
        return connection(cluster).itself();
    }

    /** What may be told of a cluster: its name, where its server is, and where people work who name no namespace. */
    public record Known(ClusterId id, String server, Namespace defaultNamespace) {}

    /** All clusters, in the order of the configuration. */
    public List<Known> known() {
        return connections.values().stream().map(ClusterConnection::known).toList();
    }

    private ClusterConnection connection(ClusterId cluster) {
        var connection = connections.get(cluster);
        if (connection == null) {
            throw new IllegalArgumentException("no cluster is called " + cluster);
        }
        return connection;
    }

    @Override
    public void close() {
        connections.values().forEach(ClusterConnection::close);
    }
}
