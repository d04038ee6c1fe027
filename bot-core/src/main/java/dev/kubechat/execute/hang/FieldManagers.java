package dev.kubechat.execute.hang;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who has set which field of an object, as the server keeps account of it in {@code managedFields}. */
final class FieldManagers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");

    /** People's own hands, and the server's controllers, which do not undo what people set. */
    private static final List<String> NOBODY =
            List.of(
                    "kubectl",
                    "kubechat",
                    "kube-controller-manager",
                    "kube-scheduler",
                    "kube-apiserver",
                    "kubelet",
                    "cloud-controller-manager",
                    "before-first-apply",
                    "fabric8-kubernetes-client",
                    "Java-http-client",
                    "unknown");

    private final JsonNode object;

    FieldManagers(JsonNode object) {
        this.object = object;
    }

    /** The managers worth naming that have set the field or something in it; whether they applied it. */
    Map<String, Boolean> of(List<String> path) {
        var managers = new LinkedHashMap<String, Boolean>();
        for (var entry : entries()) {
            var fields = entry.path("fieldsV1");
            if (!fields.isEmpty() && holds(fields, object, path, 0)) {
                managers.merge(
                        entry.path("manager").asString(""),
                        entry.path("operation").asString("").equals("Apply"),
                        Boolean::logicalOr);
            }
        }
        return managers;
    }

    /** The managers worth naming that have set anything. */
    Set<String> all() {
        return entries().stream()
                .map(entry -> entry.path("manager").asString(""))
                .collect(java.util.stream.Collectors.toSet());
    }

    private List<JsonNode> entries() {
        return object.path("metadata")
                .path("managedFields")
                .valueStream()
                .filter(entry -> !entry.path("subresource").asString("").equals("status"))
                .filter(entry ->
                        NOBODY.stream()
                                .noneMatch(entry.path("manager").asString("unknown")::startsWith))
                .toList();
    }

    private static boolean holds(JsonNode fields, JsonNode object, List<String> path, int at) {
        if (at == path.size() || fields.isEmpty()) {
            return true;
        }
        var segment = path.get(at);
        if (!object.isArray()) {
            var child = fields.get("f:" + segment);
            return child != null && holds(child, object.path(segment), path, at + 1);
        }
        if (!INDEX.matcher(segment).matches()) {
            return false;
        }
        var index = Integer.parseInt(segment);
        var item = object.path(index);
        return fields.properties().stream()
                .filter(field -> isItem(field.getKey(), index, item))
                .anyMatch(field -> holds(field.getValue(), item, path, at + 1));
    }

    /** {@code k:{"name":"web"}}, {@code v:"a"} or {@code i:0}. */
    private static boolean isItem(String key, int index, JsonNode item) {
        if (key.equals("i:" + index)) {
            return true;
        }
        var keyed = key.startsWith("k:");
        if (!keyed && !key.startsWith("v:")) {
            return false;
        }
        try {
            var said = JSON.readTree(key.substring(2));
            return keyed
                    ? said.properties().stream()
                            .allMatch(one -> one.getValue().equals(item.path(one.getKey())))
                    : said.equals(item);
        } catch (JacksonException unreadable) {
            return false;
        }
    }
}
