package dev.kubechat.execute.read;

import dev.kubechat.execute.api.ApiResource;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.print.Terminal;
import dev.kubechat.kubectl.Format;
import dev.kubechat.kubectl.KubectlCommand.Get;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The server's tables of one resource as lines of cells between tabs, cell by cell as the server made it. */
final class Tables {

    private final Get get;
    private final ApiResource resource;
    private final boolean withKind;
    private final boolean withNamespace;
    private JsonNode lastColumns = Reply.JSON.createArrayNode();
    private boolean hasHeaders;

    /** @param withKind whether names are written {@code TYPE/NAME}, as where several types are shown */
    Tables(Get get, ApiResource resource, boolean withKind, boolean withNamespace) {
        this.get = get;
        this.resource = resource;
        this.withKind = withKind;
        this.withNamespace = withNamespace;
    }

    /** The table's lines, headers first where they are new. */
    String text(JsonNode table) {
        var definitions = table.path("columnDefinitions");
        if (!definitions.equals(lastColumns)) {
            lastColumns = definitions;
            hasHeaders = false;
        }
        if (table.path("rows").isEmpty()) {
            return "";
        }
        var text = new StringBuilder();
        if (get.style().headers() && !hasHeaders) {
            line(head(definitions), text);
        }
        hasHeaders = true;
        table.path("rows").forEach(row -> line(cells(row, definitions), text));
        return text.toString();
    }

    private static void line(List<String> cells, StringBuilder text) {
        text.append(String.join("\t", cells)).append('\n');
    }

    private boolean isShown(JsonNode definition) {
        return get.format().kind() == Format.Kind.WIDE || definition.path("priority").asInt(0) == 0;
    }

    private List<String> head(JsonNode definitions) {
        var cells = new ArrayList<String>();
        if (withNamespace) {
            cells.add("NAMESPACE");
        }
        for (var definition : definitions) {
            if (isShown(definition)) {
                cells.add(upper(definition.path("name").asString("")));
            }
        }
        get.style()
                .labelColumns()
                .forEach(label -> cells.add(upper(label.substring(label.lastIndexOf('/') + 1))));
        if (get.style().showLabels()) {
            cells.add("LABELS");
        }
        return cells;
    }

    // by place, as kubectl does, which shifts what is beside a row of too many or too few cells
    private List<String> cells(JsonNode row, JsonNode definitions) {
        var all = all(row, nameColumn(definitions));
        var first = withNamespace ? 1 : 0;
        var width = first + definitions.size() + added();
        var cells = new ArrayList<String>();
        for (var i = 0; i < width && i < all.size(); i++) {
            var column = i - first;
            if (column < 0 || column >= definitions.size() || isShown(definitions.get(column))) {
                cells.add(all.get(i));
            }
        }
        return cells;
    }

    private int added() {
        return get.style().labelColumns().size() + (get.style().showLabels() ? 1 : 0);
    }

    private List<String> all(JsonNode row, int name) {
        var metadata = row.path("object").path("metadata");
        var cells = new ArrayList<String>();
        if (withNamespace) {
            cells.add(metadata.path("namespace").asString(""));
        }
        for (var i = 0; i < row.path("cells").size(); i++) {
            var cell = Terminal.cell(row.path("cells").get(i));
            cells.add(Masking.shapes(i == name ? resource.qualified() + "/" + cell : cell));
        }
        get.style()
                .labelColumns()
                .forEach(label -> cells.add(metadata.path("labels").path(label).asString("")));
        if (get.style().showLabels()) {
            cells.add(labels(metadata.path("labels")));
        }
        return cells;
    }

    private int nameColumn(JsonNode definitions) {
        for (var i = 0; withKind && i < definitions.size(); i++) {
            if (definitions.get(i).path("format").asString("").equals("name")
                    && definitions.get(i).path("type").asString("").equals("string")) {
                return i;
            }
        }
        return -1;
    }

    /** {@code a=1,b=2}, sorted; {@code <none>} for none. */
    static String labels(JsonNode labels) {
        return labels.isEmpty()
                ? "<none>"
                : labels.properties().stream()
                        .sorted(Comparator.comparing(Map.Entry::getKey))
                        .map(label -> label.getKey() + "=" + label.getValue().asString(""))
                        .collect(Collectors.joining(","));
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
