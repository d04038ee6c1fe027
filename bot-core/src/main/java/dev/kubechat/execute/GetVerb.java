package dev.kubechat.execute;

import dev.kubechat.execute.Sight.No;
import dev.kubechat.kubectl.KubectlCommand.Get;
import dev.kubechat.kubectl.ObjectName;
import dev.kubechat.kubectl.Output;
import dev.kubechat.kubectl.Scope;
import dev.kubechat.kubectl.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl get}. */
final class GetVerb {

    private static final int MOST = 500;

    private final Sight sight;
    private final Get get;
    private final List<String> notes = new ArrayList<>();

    GetVerb(Sight sight, Get get) {
        this.sight = sight;
        this.get = get;
    }

    Outcome.Printed print() {
        var found = found();
        var none = found.values().stream().flatMap(List::stream).allMatch(part -> count(part) == 0);
        if (none && isTable() && notes.isEmpty()) {
            return new Outcome.Printed("", nothing(found));
        }
        var text =
                switch (get.output()) {
                    case TABLE, WIDE -> tables(found);
                    case NAME -> names(found);
                    case YAML -> YamlText.yaml(whole(found));
                    case JSON -> YamlText.json(whole(found));
                };
        return new Outcome.Printed(text, String.join(" ", notes));
    }

    private boolean isTable() {
        return get.output() == Output.TABLE || get.output() == Output.WIDE;
    }

    private Map<ApiResource, List<JsonNode>> found() {
        return switch (get.selection()) {
            case Selection.Named(var objects) -> named(objects);
            case Selection.Matching matching -> matching(matching);
            case Selection.InFiles _ ->
                    throw new No("Files that come with a message are not read here yet.");
        };
    }

    // one that is missing does not hide the others, as with kubectl
    private Map<ApiResource, List<JsonNode>> named(List<ObjectName> objects) {
        var found = new LinkedHashMap<ApiResource, List<JsonNode>>();
        for (var object : objects) {
            try {
                var resource = sight.resource(object.type());
                var part =
                        sight.read(
                                resource,
                                Sight.namespace(get.scope(), resource),
                                object.name(),
                                accept());
                found.computeIfAbsent(resource, _ -> new ArrayList<>()).add(part);
            } catch (No no) {
                notes.add(no.sentence());
            }
        }
        if (found.isEmpty()) {
            throw new No(String.join(" ", notes));
        }
        return found;
    }

    private Map<ApiResource, List<JsonNode>> matching(Selection.Matching matching) {
        var found = new LinkedHashMap<ApiResource, List<JsonNode>>();
        for (var type : matching.types()) {
            var resource = sight.resource(type);
            var list = sight.answer(sight.api().get(path(resource, matching), accept()));
            if (!list.path("metadata").path("continue").asString("").isEmpty()) {
                notes.add(
                        "These are the first %d %s; narrow it down with -l or -n."
                                .formatted(MOST, resource.plural()));
            }
            found.put(resource, new ArrayList<>(List.of(list)));
        }
        return found;
    }

    private ApiPath path(ApiResource resource, Selection.Matching matching) {
        return ApiPath.of(resource, Sight.namespace(get.scope(), resource))
                .with("labelSelector", matching.labelSelector())
                .with("fieldSelector", matching.fieldSelector())
                .with("limit", String.valueOf(MOST));
    }

    private String accept() {
        return isTable() ? Api.TABLE : Api.JSON;
    }

    private String tables(Map<ApiResource, List<JsonNode>> found) {
        var tables = new Tables(get, severalTypes());
        var texts = new ArrayList<String>();
        found.forEach((resource, parts) -> {
            if (parts.stream().anyMatch(part -> count(part) > 0)) {
                texts.add(tables.text(resource, parts));
            }
        });
        return String.join("\n", texts);
    }

    private boolean severalTypes() {
        return get.selection().types().size() > 1;
    }

    private static int count(JsonNode part) {
        if (part.has("rows")) {
            return part.path("rows").size();
        }
        return part.has("items") ? part.path("items").size() : 1;
    }

    private String names(Map<ApiResource, List<JsonNode>> found) {
        var text = new StringBuilder();
        found.forEach((resource, parts) ->
                parts.forEach(part ->
                        objects(part)
                                .forEach(object ->
                                        text.append(resource.qualified())
                                                .append('/')
                                                .append(
                                                        object.path("metadata")
                                                                .path("name")
                                                                .asString())
                                                .append('\n'))));
        return text.toString();
    }

    private JsonNode whole(Map<ApiResource, List<JsonNode>> found) {
        var objects = new ArrayList<JsonNode>();
        found.forEach((resource, parts) ->
                parts.forEach(part ->
                        objects(part).forEach(object -> objects.add(plain(resource, object)))));
        if (objects.size() == 1
                && get.selection() instanceof Selection.Named(var names)
                && names.size() == 1) {
            return objects.getFirst();
        }
        var list = Reply.JSON.createObjectNode();
        list.put("apiVersion", "v1").put("kind", "List");
        list.putArray("items").addAll(objects);
        list.putObject("metadata").put("resourceVersion", "");
        return list;
    }

    private static Iterable<JsonNode> objects(JsonNode part) {
        return part.has("items") ? part.path("items") : List.of(part);
    }

    // the items of a list bear no type; Secrets among them are known by the list's
    private static JsonNode plain(ApiResource resource, JsonNode object) {
        var copy = (ObjectNode) object.deepCopy();
        copy.put("apiVersion", resource.apiVersion()).put("kind", resource.kind());
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        return Masking.object(copy);
    }

    private String nothing(Map<ApiResource, List<JsonNode>> found) {
        var namespaced = found.keySet().stream().anyMatch(ApiResource::namespaced);
        return namespaced && namespace() != null
                ? "No resources found in %s namespace.".formatted(namespace())
                : "No resources found";
    }

    private @Nullable String namespace() {
        return get.scope() instanceof Scope.In(var namespace) ? namespace.value() : null;
    }
}
