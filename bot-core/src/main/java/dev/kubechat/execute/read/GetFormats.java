package dev.kubechat.execute.read;

import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.print.CustomColumns;
import dev.kubechat.execute.print.GoTemplate;
import dev.kubechat.execute.print.JsonPath;
import dev.kubechat.execute.print.JsonText;
import dev.kubechat.execute.print.KyamlText;
import dev.kubechat.execute.print.PrintError;
import dev.kubechat.execute.print.SortBy;
import dev.kubechat.execute.print.Values;
import dev.kubechat.execute.print.YamlText;
import dev.kubechat.execute.read.GetSearch.Found;
import dev.kubechat.kubectl.Format;
import dev.kubechat.kubectl.KubectlCommand.Get;
import dev.kubechat.kubectl.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code get} found in any form but a table. */
final class GetFormats {

    private final Get get;
    private final Format format;
    private final Masking masking;

    GetFormats(Get get, Masking masking) {
        this.get = get;
        this.format = get.format();
        this.masking = masking;
    }

    /** Whether one object was named, or one file, of which a single object is printed by itself and not in a list. */
    boolean isOne() {
        return switch (get.selection()) {
            case Selection.Named(var names) -> names.size() == 1;
            case Selection.InFiles(var manifests, _) -> manifests.files().size() == 1;
            case Selection.Matching _ -> false;
        };
    }

    /** @throws PrintError if the template cannot be read */
    void check() {
        switch (format.kind()) {
            case JSONPATH, JSONPATH_AS_JSON -> JsonPath.check(format.template());
            case GO_TEMPLATE -> GoTemplate.check(format.template());
            case CUSTOM_COLUMNS -> columns();
            case TABLE, WIDE, NAME, YAML, JSON, KYAML -> {}
        }
    }

    /** @throws PrintError if it cannot be made */
    String text(List<Found> found) {
        var objects = objects(found);
        if (isOne() && objects.size() == 1) {
            return text(objects, objects.getFirst());
        }
        var sortBy = get.style().sortBy();
        var sorted =
                sortBy == null || objects.isEmpty()
                        ? objects
                        : SortBy.<Map<String, @Nullable Object>>sorted(objects, sortBy, one -> one);
        return text(sorted, list(sorted));
    }

    private String text(List<Map<String, @Nullable Object>> objects, Map<String, ?> whole) {
        return switch (format.kind()) {
            case YAML -> YamlText.of(whole);
            case JSON -> JsonText.indented(whole) + "\n";
            case KYAML -> KyamlText.of(whole);
            case JSONPATH -> JsonPath.text(format.template(), whole, format.allowsMissing());
            case JSONPATH_AS_JSON ->
                    JsonPath.json(format.template(), whole, format.allowsMissing());
            case GO_TEMPLATE -> GoTemplate.text(format.template(), whole, format.allowsMissing());
            case CUSTOM_COLUMNS -> columns().text(objects);
            case NAME, TABLE, WIDE ->
                    objects.stream().map(GetFormats::name).collect(Collectors.joining());
        };
    }

    private CustomColumns columns() {
        return new CustomColumns(format.template(), get.style().headers());
    }

    private List<Map<String, @Nullable Object>> objects(List<Found> found) {
        var objects = new ArrayList<Map<String, @Nullable Object>>();
        for (var part : found) {
            GetObjects.of(part).forEach(object -> objects.add(values(object)));
        }
        return objects;
    }

    private Map<String, @Nullable Object> values(ObjectNode object) {
        var shown =
                switch (format.kind()) {
                    case YAML, JSON, KYAML -> !format.managedFields();
                    default -> false;
                };
        JsonNode masked = masking.of(object);
        if (shown && masked.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        return Values.map(masked);
    }

    private static Map<String, ?> list(List<Map<String, @Nullable Object>> objects) {
        var list = new TreeMap<String, Object>();
        list.put("apiVersion", "v1");
        list.put("kind", "List");
        list.put("items", objects);
        list.put("metadata", new TreeMap<>(Map.of("resourceVersion", "")));
        return list;
    }

    private static String name(Map<String, @Nullable Object> object) {
        var version = String.valueOf(object.get("apiVersion"));
        var slash = version.indexOf('/');
        var kind = String.valueOf(object.get("kind")).toLowerCase(Locale.ROOT);
        var name = object.get("metadata") instanceof Map<?, ?> metadata ? metadata.get("name") : "";
        return "%s%s/%s\n"
                .formatted(
                        kind,
                        slash < 0 ? "" : "." + version.substring(0, slash),
                        name == null || name.equals("") ? "<unknown>" : name);
    }
}
