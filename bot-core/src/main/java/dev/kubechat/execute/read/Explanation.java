package dev.kubechat.execute.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A type out of an OpenAPI v3 document, in the words and with the blanks of kubectl's plaintext template. */
final class Explanation {

    private static final int DEEPEST = 60;
    private static final int MOST_TEXT = 2 * 1024 * 1024;
    private static final int WIDTH = 76;
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final String KIND = "x-kubernetes-group-version-kind";

    private final JsonNode document;
    private final boolean recursive;
    private final List<String> fields;
    private final StringBuilder text = new StringBuilder();

    Explanation(JsonNode document, boolean recursive, List<String> fields) {
        this.document = document;
        this.recursive = recursive;
        this.fields = fields;
    }

    String text() {
        return text.toString();
    }

    /** @return what is not there, as kubectl says it; empty if all is well */
    String write(String group, String version, String plural) {
        var kind = kind(group, version, plural);
        if (kind.isMissingNode()) {
            return "GVR (%s/%s, Resource=%s) not found in OpenAPI schema"
                    .formatted(group, version, plural);
        }
        if (!kind.path("group").asString("").isEmpty()) {
            text.append("GROUP:      ").append(kind.path("group").asString("")).append('\n');
        }
        text.append("KIND:       ").append(kind.path("kind").asString("")).append('\n');
        text.append("VERSION:    ").append(kind.path("version").asString("")).append("\n\n");
        var schema = schema(kind);
        if (schema.isMissingNode()) {
            return "GVK %s not found in OpenAPI schema".formatted(goMap(kind));
        }
        var output = output(schema, fields, Set.of(), 0);
        if (output.isEmpty()) {
            return "field \"%s\" does not exist".formatted(fields.getLast());
        }
        text.append(output).append('\n');
        return "";
    }

    private static String goMap(JsonNode map) {
        var parts = new ArrayList<String>();
        sorted(map).forEach((name, value) -> parts.add(name + ":" + value.asString("")));
        return "map[" + String.join(" ", parts) + "]";
    }

    private JsonNode kind(String group, String version, String plural) {
        var root = (group.isEmpty() ? "/api/" : "/apis/" + group + "/") + version + "/";
        JsonNode kind = MissingNode.getInstance();
        for (var place : List.of("", "namespaces/{namespace}/")) {
            for (var end : List.of("", "/{name}")) {
                var path = document.path("paths").path(root + place + plural + end);
                for (var method : METHODS) {
                    var found = path.path(method).path(KIND);
                    if (found.isObject() && !found.isEmpty()) {
                        kind = found;
                        break;
                    }
                }
            }
        }
        return kind;
    }

    private JsonNode schema(JsonNode kind) {
        for (var schema : sorted(document.path("components").path("schemas")).values()) {
            for (var own : schema.path(KIND)) {
                if (own.equals(kind)) {
                    return schema;
                }
            }
        }
        return MissingNode.getInstance();
    }

    private String output(JsonNode schema, List<String> path, Set<String> history, int depth) {
        if (depth > DEEPEST) {
            return "";
        }
        var ref = ref(schema);
        var resolved = resolved(schema);
        if (path.isEmpty()) {
            return described(resolved);
        }
        if (!ref.isEmpty() && history.contains(ref)) {
            return "";
        }
        var next = plus(history, ref);
        var property = resolved.path("properties").path(path.getFirst());
        if (!property.isMissingNode()) {
            var head =
                    path.size() > 1
                            ? ""
                            : "FIELD: %s <%s>\n%s\n\n"
                                    .formatted(
                                            path.getFirst(),
                                            type(property, 0),
                                            allValues(property));
            return head + output(property, path.subList(1, path.size()), Set.of(), depth + 1);
        }
        if (resolved.has("items")) {
            return output(resolved.path("items"), path, next, depth + 1);
        }
        if (resolved.path("additionalProperties").isObject()) {
            return output(resolved.path("additionalProperties"), path, next, depth + 1);
        }
        for (var alternative : resolved.path("allOf")) {
            var found = output(alternative, path, next, depth + 1);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private String described(JsonNode resolved) {
        var description = new StringBuilder();
        description(description, resolved, 0);
        var words = description.isEmpty() ? "<empty>" : description.toString();
        var out = new StringBuilder("DESCRIPTION:\n");
        out.append(indented(4, WordWrap.wrap(words, WIDTH))).append('\n');
        var docs = resolved.path("externalDocs");
        if (!docs.isEmpty()) {
            out.append("\nEXTERNAL DOCS:\n").append(docs(docs, WIDTH, 4));
        }
        var list = new StringBuilder();
        fieldList(list, resolved, 1, Set.of(), 0);
        return list.isEmpty() ? out.toString() : out.append("FIELDS:\n").append(list).toString();
    }

    private static String docs(JsonNode docs, int width, int indent) {
        var description = docs.path("description").asString("");
        var url = docs.path("url").asString("");
        return (description.isEmpty()
                        ? ""
                        : indented(indent, WordWrap.wrap(description, width)) + "\n")
                + (url.isEmpty() ? "" : indented(indent, "URL: " + url) + "\n");
    }

    private void description(StringBuilder out, JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        var resolved = resolved(schema);
        var said = resolved.path("description").asString("");
        if (!said.isEmpty()) {
            out.append(said).append('\n');
        }
        resolved.path("allOf").forEach(part -> description(out, part, depth + 1));
        if (resolved.has("items")) {
            description(out, resolved.path("items"), depth + 1);
        }
        if (resolved.path("additionalProperties").isObject()) {
            description(out, resolved.path("additionalProperties"), depth + 1);
        }
    }

    private void fieldList(
            StringBuilder out, JsonNode schema, int level, Set<String> history, int depth) {
        var ref = ref(schema);
        if ((!ref.isEmpty() && history.contains(ref))
                || depth > DEEPEST
                || out.length() > MOST_TEXT) {
            return;
        }
        var next = plus(history, ref);
        var resolved = resolved(schema);
        sorted(resolved.path("properties"))
                .forEach((name, property) -> {
                    field(out, resolved, name, property, level);
                    if (recursive) {
                        fieldList(out, property, level + 1, next, depth + 1);
                    }
                });
        resolved.path("allOf").forEach(part -> fieldList(out, part, level, next, depth + 1));
        if (resolved.has("items")) {
            fieldList(out, resolved.path("items"), level, next, depth + 1);
        }
        if (resolved.path("additionalProperties").isObject()) {
            fieldList(out, resolved.path("additionalProperties"), level, next, depth + 1);
        }
    }

    private void field(
            StringBuilder out, JsonNode schema, String name, JsonNode property, int level) {
        var indent = level * 2;
        out.repeat(' ', indent).append(name).append("\t<").append(type(property, 0)).append('>');
        if (schema.path("required").valueStream().anyMatch(one -> one.asString("").equals(name))) {
            out.append(" -required-");
        }
        out.append(someValues(property, indent)).append('\n');
        if (recursive) {
            return;
        }
        var said = property.path("description").asString("");
        out.append(
                        indented(
                                indent + 2,
                                WordWrap.wrap(
                                        said.isEmpty() ? "<no description>" : said, 78 - indent)))
                .append('\n');
        var docs = property.path("externalDocs");
        if (!docs.isEmpty()) {
            out.append('\n').repeat(' ', indent + 2).append("EXTERNAL DOCS:\n");
            out.append(docs(docs, WIDTH - indent, indent + 4));
        }
        out.append('\n');
    }

    private String type(JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            return "Object";
        }
        if (schema.has("items") && !schema.path("items").isEmpty()) {
            return "[]" + type(schema.path("items"), depth + 1);
        }
        if (schema.path("additionalProperties").isObject()
                && !schema.path("additionalProperties").isEmpty()) {
            return "map[string]" + type(schema.path("additionalProperties"), depth + 1);
        }
        if (schema.path("allOf").size() == 1 && schema.path("properties").isEmpty()) {
            return type(schema.path("allOf").path(0), depth + 1);
        }
        var ref = ref(schema);
        var type = schema.path("type").asString("");
        if (!ref.isEmpty()) {
            var target = resolve(ref);
            type = target.path("type").asString("");
            if (type.isEmpty() || type.equals("object")) {
                var name = ref.substring(ref.lastIndexOf('/') + 1);
                var last = name.substring(name.lastIndexOf('.') + 1);
                return last.isEmpty() ? "Object" : last;
            }
            return type;
        }
        return type.isEmpty() || type.equals("object") ? "Object" : type;
    }

    private static String allValues(JsonNode schema) {
        if (schema.path("enum").isEmpty()) {
            return "";
        }
        var out = new StringBuilder("ENUM:");
        schema.path("enum").forEach(value -> out.append("\n    ").append(value(value)));
        return out.toString();
    }

    private static String someValues(JsonNode schema, int indent) {
        var values = schema.path("enum");
        if (values.isEmpty()) {
            return "";
        }
        var shown = values.valueStream().limit(4).map(Explanation::value).toList();
        return "\n"
                + " ".repeat(indent)
                + "enum: "
                + String.join(", ", shown)
                + (values.size() > 4 ? ", ...." : "");
    }

    private static String value(JsonNode value) {
        return value.isString() && value.asString().isEmpty()
                ? "\"\""
                : value.isString() ? value.asString() : value.toString();
    }

    private JsonNode resolved(JsonNode schema) {
        var target = resolve(ref(schema));
        return target.isEmpty() ? schema : target;
    }

    private static String ref(JsonNode schema) {
        return schema.path("$ref").asString("");
    }

    private JsonNode resolve(String ref) {
        if (!ref.startsWith("#")) {
            return MissingNode.getInstance();
        }
        var at = document;
        for (var part : ref.substring(1).split("/")) {
            at = part.isEmpty() ? at : at.path(part);
        }
        return at;
    }

    private static Set<String> plus(Set<String> history, String ref) {
        var all = new TreeSet<>(history);
        all.add(ref);
        return all;
    }

    // Go's templates go through maps in the order of their keys
    private static Map<String, JsonNode> sorted(JsonNode map) {
        var sorted = new TreeMap<String, JsonNode>();
        map.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static String indented(int indent, String words) {
        var pad = " ".repeat(indent);
        return pad + words.replace("\n", "\n" + pad);
    }
}
