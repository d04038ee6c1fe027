package dev.kubechat.execute;

import dev.kubechat.kubectl.KubectlCommand.Get;
import dev.kubechat.kubectl.Output;
import dev.kubechat.kubectl.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The server's Table of one resource as text, cell by cell as the server made it. */
final class Tables {

    private final Get get;
    private final boolean withTypes;

    /** @param withTypes whether names are written {@code TYPE/NAME}, as where several types are shown */
    Tables(Get get, boolean withTypes) {
        this.get = get;
        this.withTypes = withTypes;
    }

    /** @param tables of the same resource, at least one */
    String text(ApiResource resource, List<JsonNode> tables) {
        var columns = shown(tables.getFirst());
        var lines = new Columns().add(head(resource, tables.getFirst(), columns));
        for (var table : tables) {
            for (var row : table.path("rows")) {
                lines.add(line(resource, table, row, columns));
            }
        }
        return lines.text();
    }

    private List<Integer> shown(JsonNode table) {
        var shown = new ArrayList<Integer>();
        var definitions = table.path("columnDefinitions");
        for (var i = 0; i < definitions.size(); i++) {
            if (get.output() == Output.WIDE || definitions.get(i).path("priority").asInt(0) == 0) {
                shown.add(i);
            }
        }
        return shown;
    }

    private List<String> head(ApiResource resource, JsonNode table, List<Integer> columns) {
        var cells = new ArrayList<String>();
        if (everywhere(resource)) {
            cells.add("NAMESPACE");
        }
        columns.forEach(column ->
                cells.add(
                        upper(
                                table.path("columnDefinitions")
                                        .get(column)
                                        .path("name")
                                        .asString(""))));
        get.labelColumns()
                .forEach(label -> cells.add(upper(label.substring(label.lastIndexOf('/') + 1))));
        if (get.showLabels()) {
            cells.add("LABELS");
        }
        return cells;
    }

    private List<String> line(
            ApiResource resource, JsonNode table, JsonNode row, List<Integer> columns) {
        var metadata = row.path("object").path("metadata");
        var cells = new ArrayList<String>();
        if (everywhere(resource)) {
            cells.add(metadata.path("namespace").asString(""));
        }
        for (var column : columns) {
            var cell = cell(row.path("cells").path(column));
            cells.add(
                    isName(table, column) && withTypes ? resource.qualified() + "/" + cell : cell);
        }
        get.labelColumns()
                .forEach(label -> cells.add(metadata.path("labels").path(label).asString("")));
        if (get.showLabels()) {
            cells.add(labels(metadata.path("labels")));
        }
        return cells;
    }

    private static boolean isName(JsonNode table, int column) {
        var definition = table.path("columnDefinitions").get(column);
        return definition.path("format").asString("").equals("name")
                || definition.path("name").asString("").equals("Name");
    }

    private boolean everywhere(ApiResource resource) {
        return get.scope() instanceof Scope.Everywhere && resource.namespaced();
    }

    private static String cell(JsonNode cell) {
        if (cell.isNull() || cell.isMissingNode()) {
            return "<none>";
        }
        return Masking.shapes(cell.isString() ? cell.asString() : cell.toString());
    }

    /** {@code a=1,b=2}, sorted; {@code <none>} for none. */
    static String labels(JsonNode labels) {
        return labels.isEmpty()
                ? "<none>"
                : labels.properties().stream()
                        .sorted(Comparator.comparing(java.util.Map.Entry::getKey))
                        .map(label -> label.getKey() + "=" + label.getValue().asString(""))
                        .collect(Collectors.joining(","));
    }

    private static String upper(String name) {
        return name.toUpperCase(java.util.Locale.ROOT);
    }
}
