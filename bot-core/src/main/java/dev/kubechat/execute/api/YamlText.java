package dev.kubechat.execute.api;

import dev.kubechat.execute.print.JsonText;
import dev.kubechat.execute.print.Values;
import tools.jackson.databind.JsonNode;

/** Objects as YAML and JSON, byte for byte as kubectl prints them. */
public final class YamlText {

    private YamlText() {}

    public static String yaml(JsonNode object) {
        return dev.kubechat.execute.print.YamlText.of(Values.of(object));
    }

    public static String json(JsonNode object) {
        return JsonText.indented(Values.of(object)) + "\n";
    }
}
