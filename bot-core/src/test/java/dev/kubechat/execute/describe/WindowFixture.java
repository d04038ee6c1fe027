package dev.kubechat.execute.describe;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A cluster of a few objects, seen from where nothing moves. */
final class WindowFixture implements Window {

    static final List<Map.Entry<String, String>> KINDS = Descriptions.kinds();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, List<JsonNode>> shown = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final List<String> asked = new ArrayList<>();

    static JsonNode object(String kind, String json) {
        return ((ObjectNode) JSON.readTree(json)).put("kind", kind).put("apiVersion", "v9");
    }

    void shows(String plural, String... items) {
        var objects = new ArrayList<JsonNode>();
        for (var item : items) {
            objects.add(JSON.readTree(item));
        }
        shown.put(plural, objects);
    }

    void refuses(String plural) {
        refused.add(plural);
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public JsonNode get(Resource resource, @Nullable String namespace, String name) {
        throw new NotShown(
                "%s \"%s\" not found".formatted(resource.plural(), name),
                404,
                new IllegalStateException());
    }

    @Override
    public List<JsonNode> list(
            Resource resource,
            @Nullable String namespace,
            @Nullable String labelSelector,
            @Nullable String fieldSelector) {
        asked.add(
                "%s %s %s %s"
                        .formatted(resource.plural(), namespace, labelSelector, fieldSelector));
        if (refused.contains(resource.plural())) {
            throw new NotShown(
                    resource.plural() + " is forbidden", 403, new IllegalStateException());
        }
        return shown.getOrDefault(resource.plural(), List.of());
    }

    @Override
    public JsonNode masked(JsonNode object) {
        var copy = object.deepCopy();
        if (copy.path("data") instanceof ObjectNode data && data.has("token")) {
            data.put("token", "(masked)");
        }
        return copy;
    }

    @Override
    public String since(String timestamp) {
        return timestamp.length() < 16 ? "<unknown>" : "ago " + timestamp.substring(11, 16);
    }

    @Override
    public String human(Duration duration) {
        return duration.toSeconds() + "s";
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("UTC");
    }
}
