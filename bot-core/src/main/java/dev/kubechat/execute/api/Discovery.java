package dev.kubechat.execute.api;

import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.ClusterId;
import dev.kubechat.kubectl.ResourceType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Which resources a cluster has. Asked with KubeChat's own rights, as every authenticated user sees the same, and kept for a
 * minute; a type that is not found is looked for anew.
 */
public final class Discovery {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final String CORE = "/v1";

    private final Function<ClusterId, Api> apis;
    private final Clock clock;
    private final Map<ClusterId, Map<String, Listed>> seen = new ConcurrentHashMap<>();

    public Discovery(ClusterDoor door, Clock clock) {
        this(cluster -> new Api(cluster, door.itself(cluster)), clock);
    }

    /** @param apis the API that discovery is asked of, in whose name ever */
    public Discovery(Function<ClusterId, Api> apis, Clock clock) {
        this.apis = apis;
        this.clock = clock;
    }

    private record Listed(Instant at, List<ApiResource> resources, List<String> versions) {}

    /** Empty when the server has no such type. */
    public Optional<ApiResource> find(ClusterId cluster, ResourceType type) {
        var found = look(cluster, type);
        if (found.isEmpty() && !type.known()) {
            seen.remove(cluster);
            return look(cluster, type);
        }
        return found;
    }

    // a short name gives way to a name in full, in whatever group
    private Optional<ApiResource> look(ClusterId cluster, ResourceType type) {
        var resources =
                groupVersions(cluster, type).stream()
                        .flatMap(version -> resources(cluster, version).stream())
                        .filter(resource -> resource.isCalled(type.plural()))
                        .toList();
        return resources.stream()
                .filter(resource -> !resource.shortNames().contains(type.plural()))
                .findFirst()
                .or(() -> resources.stream().findFirst());
    }

    /** What a category like {@code all} holds, in the server's order; empty where there is none of that name. */
    List<ApiResource> category(ClusterId cluster, String name) {
        return everywhere(cluster).stream()
                .flatMap(version -> resources(cluster, version).stream())
                .filter(resource -> resource.categories().contains(name))
                .toList();
    }

    private List<String> groupVersions(ClusterId cluster, ResourceType type) {
        if (type.version() != null) {
            return List.of(type.group() + "/" + type.version());
        }
        if (type.known()) {
            return type.group().isEmpty() ? List.of(CORE) : preferred(cluster, type.group());
        }
        return type.group().isEmpty() ? everywhere(cluster) : preferred(cluster, type.group());
    }

    private List<String> preferred(ClusterId cluster, String group) {
        return groups(cluster).stream().filter(version -> version.startsWith(group + "/")).toList();
    }

    private List<String> everywhere(ClusterId cluster) {
        var all = new ArrayList<>(List.of(CORE));
        all.addAll(groups(cluster));
        return all;
    }

    /** Each group's preferred version, in the server's order. */
    private List<String> groups(ClusterId cluster) {
        return kept(
                        cluster,
                        "",
                        () -> {
                            var found = new ArrayList<String>();
                            for (var group :
                                    itself(cluster)
                                            .get(new ApiPath("/apis"))
                                            .json()
                                            .path("groups")) {
                                found.add(
                                        group.path("preferredVersion")
                                                .path("groupVersion")
                                                .asString());
                            }
                            return new Listed(clock.instant(), List.of(), found);
                        })
                .versions();
    }

    private List<ApiResource> resources(ClusterId cluster, String groupVersion) {
        return kept(
                        cluster,
                        groupVersion,
                        () -> new Listed(clock.instant(), list(cluster, groupVersion), List.of()))
                .resources();
    }

    private Listed kept(ClusterId cluster, String key, java.util.function.Supplier<Listed> fresh) {
        var ofCluster = seen.computeIfAbsent(cluster, _ -> new ConcurrentHashMap<>());
        var old = ofCluster.get(key);
        if (old != null && clock.instant().isBefore(old.at().plus(FRESH))) {
            return old;
        }
        var listed = fresh.get();
        ofCluster.put(key, listed);
        return listed;
    }

    private List<ApiResource> list(ClusterId cluster, String groupVersion) {
        var group = groupVersion.substring(0, groupVersion.indexOf('/'));
        var version = groupVersion.substring(groupVersion.indexOf('/') + 1);
        var path = new ApiPath(group.isEmpty() ? "/api" : "/apis");
        var reply = itself(cluster).get((group.isEmpty() ? path : path.at(group)).at(version));
        var found = new ArrayList<ApiResource>();
        var subresources = subresources(reply.json());
        for (var resource : reply.json().path("resources")) {
            var name = resource.path("name").asString();
            if (!name.contains("/")) {
                found.add(
                        read(group, version, resource, subresources.getOrDefault(name, List.of())));
            }
        }
        return found;
    }

    private static Map<String, List<String>> subresources(JsonNode list) {
        var found = new HashMap<String, List<String>>();
        for (var resource : list.path("resources")) {
            var name = resource.path("name").asString().split("/", 2);
            if (name.length == 2) {
                found.computeIfAbsent(name[0], _ -> new ArrayList<>()).add(name[1]);
            }
        }
        return found;
    }

    private static ApiResource read(
            String group, String version, JsonNode resource, List<String> subresources) {
        return new ApiResource(
                group,
                version,
                resource.path("name").asString(),
                resource.path("singularName").asString(""),
                names(resource.path("shortNames")),
                resource.path("kind").asString(),
                resource.path("namespaced").asBoolean(),
                subresources,
                names(resource.path("categories")));
    }

    private static List<String> names(JsonNode list) {
        var names = new ArrayList<String>();
        list.forEach(name -> names.add(name.asString()));
        return names;
    }

    Api itself(ClusterId cluster) {
        return apis.apply(cluster);
    }
}
