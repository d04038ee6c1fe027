package dev.kubechat.sandbox.cluster;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API server answered. */
public record Answer(int code, String text) {

    public JsonNode json() {
        return JsonMapper.shared().readTree(text);
    }

    public String at(String pointer) {
        return json().at(pointer).asString("");
    }

    public String message() {
        return at("/message");
    }

    public List<String> names() {
        return json().path("items").values().stream()
                .map(item -> item.at("/metadata/name").asString(""))
                .toList();
    }

    public List<String> columns() {
        return json().path("columnDefinitions").values().stream()
                .map(column -> column.path("name").asString(""))
                .toList();
    }

    /** The cells of the row of that name. */
    public List<String> row(String name) {
        return json().path("rows").values().stream()
                .map(row -> row.path("cells").values().stream().map(c -> c.asString("")).toList())
                .filter(cells -> cells.getFirst().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
