package dev.kubechat.cluster;

import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.ResourceType;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names of the common objects of each cluster, kept up to date by informers with KubeChat's own rights. It is for finding what
 * somebody means, never for answering: whoever is shown a name of it must have the right to list it (P13). A cluster or a kind
 * that cannot be watched is simply not known, and the rest is.
 */
public final class Inventory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Inventory.class);

    private static final long PAGE = 500;
    private static final int LISTS_AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 30;

    private static final List<Kind> KINDS =
            List.of(
                    new Kind("namespaces", "Namespace", "", "v1", false),
                    new Kind("deployments", "Deployment", "apps", "v1", true),
                    new Kind("statefulsets", "StatefulSet", "apps", "v1", true),
                    new Kind("daemonsets", "DaemonSet", "apps", "v1", true),
                    new Kind("pods", "Pod", "", "v1", true),
                    new Kind("services", "Service", "", "v1", true),
                    new Kind("nodes", "Node", "", "v1", false),
                    new Kind("jobs", "Job", "batch", "v1", true),
                    new Kind("cronjobs", "CronJob", "batch", "v1", true),
                    new Kind("ingresses", "Ingress", "networking.k8s.io", "v1", true),
                    new Kind(
                            "horizontalpodautoscalers",
                            "HorizontalPodAutoscaler",
                            "autoscaling",
                            "v2",
                            true),
                    new Kind("persistentvolumeclaims", "PersistentVolumeClaim", "", "v1", true));

    private final ClusterDoor door;
    private final List<ClusterId> clusters;
    private final Map<ClusterId, Map<String, Watched>> watched = new ConcurrentHashMap<>();
    private final Map<ClusterId, CompletableFuture<Void>> looked = new ConcurrentHashMap<>();

    public Inventory(ClusterDoor door, Clusters clusters) {
        this.door = door;
        this.clusters = clusters.all().stream().map(Cluster::id).toList();
    }

    private record Kind(
            String plural, String kind, String group, String version, boolean namespaced) {

        String called() {
            return group.isEmpty() ? plural : plural + "." + group;
        }

        ResourceDefinitionContext context() {
            return new ResourceDefinitionContext.Builder()
                    .withGroup(group)
                    .withVersion(version)
                    .withPlural(plural)
                    .withKind(kind)
                    .withNamespaced(namespaced)
                    .build();
        }
    }

    private record Watched(KnownNames names, SharedIndexInformer<?> informer) {}

    /** Begins to look and returns at once; clusters are looked at side by side, and a slow one keeps none waiting. */
    public void start() {
        clusters.forEach(cluster ->
                Thread.ofVirtual().name("inventory-" + cluster).start(() -> look(cluster)));
    }

    /** Completes when each kind of the cluster was listed once or refused. */
    public CompletionStage<Void> firstLook(ClusterId cluster) {
        return looked.computeIfAbsent(cluster, _ -> new CompletableFuture<>());
    }

    private void look(ClusterId cluster) {
        var free = new Semaphore(LISTS_AT_ONCE);
        var kinds = new LinkedHashMap<String, Watched>();
        var client = door.itself(cluster);
        for (var kind : KINDS) {
            var one = watch(client, kind, cluster);
            kinds.put(kind.called(), one);
        }
        watched.put(cluster, kinds);
        var lists =
                kinds.entrySet().stream()
                        .map(kind -> list(cluster, kind.getKey(), kind.getValue(), free))
                        .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(lists).join();
        looked.computeIfAbsent(cluster, _ -> new CompletableFuture<>()).complete(null);
    }

    private static CompletableFuture<Void> list(
            ClusterId cluster, String called, Watched one, Semaphore free) {
        var listed = new CompletableFuture<Void>();
        Thread.ofVirtual()
                .name("inventory-%s-%s".formatted(cluster, called))
                .start(() -> {
                    list(one, free);
                    listed.complete(null);
                });
        return listed;
    }

    private static Watched watch(KubernetesClient client, Kind kind, ClusterId cluster) {
        var names = new KnownNames();
        var generic = client.genericKubernetesResources(kind.context());
        var informer =
                (kind.namespaced()
                                ? generic.inAnyNamespace().withLimit(PAGE)
                                : generic.withLimit(PAGE))
                        .runnableInformer(0)
                        .itemStore(names)
                        .removeNamespaceIndex()
                        .exceptionHandler((_, trouble) -> goesOn(trouble, kind, cluster));
        return new Watched(names, informer);
    }

    /** A right that is missing may be given later; what KubeChat may not see is tried again like all else, seldom. */
    private static boolean goesOn(Throwable trouble, Kind kind, ClusterId cluster) {
        if (trouble instanceof DoorShut
                || (trouble instanceof KubernetesClientException refused
                        && refused.getCode() == 403)) {
            LOG.info(
                    "Inventory of {} leaves out {}: {}",
                    cluster,
                    kind.called(),
                    trouble.getMessage());
            return false;
        }
        LOG.debug("Inventory of {} looks for {} again: {}", cluster, kind.called(), trouble);
        return true;
    }

    private static void list(Watched one, Semaphore free) {
        try {
            free.acquire();
            try {
                one.informer()
                        .start()
                        .toCompletableFuture()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } finally {
                free.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException notNow) {
            LOG.debug("An inventory list is late or refused", notNow);
        }
    }

    /** Whether the names of that type are known well enough to say that one is not there. */
    public boolean knows(ClusterId cluster, ResourceType type) {
        return find(cluster, type).filter(one -> one.informer().hasSynced()).isPresent();
    }

    /**
     * Sorted; none where the type is not known.
     *
     * @param namespace null for what lives in none
     */
    public List<String> names(ClusterId cluster, ResourceType type, @Nullable Namespace namespace) {
        return find(cluster, type)
                .map(one -> one.names().in(namespace == null ? "" : namespace.value()))
                .orElse(List.of());
    }

    public boolean has(
            ClusterId cluster, ResourceType type, @Nullable Namespace namespace, String name) {
        return find(cluster, type)
                .map(one -> one.names().has(namespace == null ? "" : namespace.value(), name))
                .orElse(false);
    }

    /** How many objects are known of each type. */
    public Map<String, Integer> sizes(ClusterId cluster) {
        var sizes = new LinkedHashMap<String, Integer>();
        watched.getOrDefault(cluster, Map.of())
                .forEach((called, one) -> sizes.put(called, one.names().size()));
        return sizes;
    }

    private Optional<Watched> find(ClusterId cluster, ResourceType type) {
        return Optional.ofNullable(watched.getOrDefault(cluster, Map.of()).get(type.toString()));
    }

    @Override
    public void close() {
        var all = new ArrayList<Watched>();
        watched.values().forEach(kinds -> all.addAll(kinds.values()));
        all.forEach(one -> one.informer().close());
    }
}
