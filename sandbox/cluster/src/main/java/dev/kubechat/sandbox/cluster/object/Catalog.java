package dev.kubechat.sandbox.cluster.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All types the stage set serves, read from {@code catalog.json}: discovery and table columns of a 1.36 API server. */
public final class Catalog {
    private static final String SOURCE = "/dev/kubechat/sandbox/cluster/catalog.json";

    private final List<ResourceType> types;

    private Catalog(List<ResourceType> types) {
        this.types = List.copyOf(types);
    }

    public static Catalog read() {
        try (var in = Catalog.class.getResourceAsStream(SOURCE)) {
            var types = new ArrayList<ResourceType>();
            for (JsonNode entry : JsonMapper.shared().readTree(in)) {
                types.add(
                        new ResourceType(
                                GroupVersion.parse(entry.path("groupVersion").asString()),
                                entry.path("resource"),
                                List.copyOf(entry.path("subresources").values()),
                                List.copyOf(entry.path("columns").values())));
            }
            return new Catalog(types);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public List<ResourceType> types() {
        return types;
    }

    public List<GroupVersion> groupVersions() {
        return types.stream().map(ResourceType::groupVersion).distinct().toList();
    }

    public Optional<ResourceType> find(GroupVersion groupVersion, String plural) {
        return types.stream()
                .filter(t -> t.groupVersion().equals(groupVersion) && t.plural().equals(plural))
                .findFirst();
    }

    public Optional<ResourceType> ofKind(String apiVersion, String kind) {
        var groupVersion = GroupVersion.parse(apiVersion);
        return types.stream()
                .filter(t -> t.groupVersion().equals(groupVersion) && t.kind().equals(kind))
                .findFirst();
    }

    /** The type of a built-in object; the preferred version where there are several. */
    public ResourceType named(String qualifiedName) {
        return types.stream()
                .filter(t -> t.qualifiedName().equals(qualifiedName))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("catalog.json has no " + qualifiedName));
    }

    /** One type for each kind of kept object. */
    public List<ResourceType> kept() {
        return types.stream()
                .filter(ResourceType::isKept)
                .filter(t -> !t.qualifiedName().equals("events.events.k8s.io"))
                .filter(t -> !t.groupVersion().toString().equals("autoscaling/v1"))
                .toList();
    }
}
