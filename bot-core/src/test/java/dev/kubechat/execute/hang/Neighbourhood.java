package dev.kubechat.execute.hang;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Objects around, in place of a cluster. A label selector is kept as a cluster keeps it; a kind that was not put here cannot be seen. */
final class Neighbourhood implements Surroundings {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, List<JsonNode>> byPlural = new HashMap<>();
    private boolean cut;

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /** @param objects JSON, of one namespace or of none */
    Neighbourhood with(String plural, String... objects) {
        byPlural.put(plural, List.of(objects).stream().map(Neighbourhood::json).toList());
        return this;
    }

    Neighbourhood cut() {
        cut = true;
        return this;
    }

    @Override
    public Optional<JsonNode> get(Resource resource, @Nullable String namespace, String name) {
        return byPlural.getOrDefault(resource.plural(), List.of()).stream()
                .filter(object -> Pods.name(object).equals(name))
                .findFirst();
    }

    @Override
    public Found list(
            Resource resource,
            @Nullable String namespace,
            @Nullable String labels,
            @Nullable String fields) {
        var items = byPlural.get(resource.plural());
        if (items == null) {
            return new Found(List.of(), false);
        }
        return new Found(
                items.stream().filter(object -> labels == null || fits(object, labels)).toList(),
                true);
    }

    private static boolean fits(JsonNode object, String labels) {
        return List.of(labels.split(",")).stream()
                .map(label -> label.split("=", 2))
                .allMatch(label -> Labels.of(object).path(label[0]).asString("").equals(label[1]));
    }

    @Override
    public OptionalLong count(Resource resource, @Nullable String namespace) {
        var items = byPlural.get(resource.plural());
        return items == null ? OptionalLong.empty() : OptionalLong.of(items.size());
    }

    @Override
    public boolean isCut() {
        return cut;
    }
}
