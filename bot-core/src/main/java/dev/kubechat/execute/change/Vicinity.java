package dev.kubechat.execute.change;

import dev.kubechat.cluster.ClusterBusy;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.hang.Surroundings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a person sees around the objects of one preview: each thing is asked for once, and not too many of them. */
final class Vicinity implements Surroundings {

    private static final int MOST_CALLS = 40;
    private static final String PAGE = "500";

    private final Sight sight;
    private final Map<ApiPath, Optional<JsonNode>> seen = new HashMap<>();
    private boolean cut;
    private boolean gone;

    Vicinity(Sight sight) {
        this.sight = sight;
    }

    @Override
    public Optional<JsonNode> get(Resource resource, @Nullable String namespace, String name) {
        return name.isEmpty() ? Optional.empty() : look(path(resource, namespace).at(name));
    }

    @Override
    public Found list(
            Resource resource,
            @Nullable String namespace,
            @Nullable String labels,
            @Nullable String fields) {
        return look(path(resource, namespace)
                        .with("labelSelector", labels)
                        .with("fieldSelector", fields)
                        .with("limit", PAGE))
                .map(list -> new Found(list.path("items").valueStream().toList(), isWhole(list)))
                .orElseGet(() -> new Found(List.of(), false));
    }

    private static boolean isWhole(JsonNode list) {
        return list.path("metadata").path("continue").asString("").isEmpty();
    }

    @Override
    public OptionalLong count(Resource resource, @Nullable String namespace) {
        return look(path(resource, namespace).with("limit", "1"))
                .map(list ->
                        OptionalLong.of(
                                list.path("items").size()
                                        + list.path("metadata")
                                                .path("remainingItemCount")
                                                .asLong(0)))
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public boolean isCut() {
        return cut;
    }

    private Optional<JsonNode> look(ApiPath path) {
        var known = seen.get(path);
        if (known != null) {
            return known;
        }
        if (gone || seen.size() >= MOST_CALLS) {
            cut = true;
            return Optional.empty();
        }
        var found = ask(path);
        seen.put(path, found);
        return found;
    }

    private Optional<JsonNode> ask(ApiPath path) {
        try {
            var reply = sight.api().get(path);
            return reply.ok() ? Optional.of(reply.json()) : Optional.empty();
        } catch (ClusterUnavailable | ClusterBusy tooSlow) {
            gone = true;
            cut = true;
            return Optional.empty();
        }
    }

    private static ApiPath path(Resource resource, @Nullable String namespace) {
        return ApiPath.collection(
                resource.group(), resource.version(), resource.plural(), namespace);
    }
}
