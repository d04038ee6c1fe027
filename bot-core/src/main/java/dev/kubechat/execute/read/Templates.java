package dev.kubechat.execute.read;

import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.print.GoTemplate;
import dev.kubechat.execute.print.JsonPath;
import dev.kubechat.execute.print.PrintError;
import dev.kubechat.execute.print.Values;
import dev.kubechat.kubectl.Format;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One object through a template behind {@code -o}, for the verbs that print no tables of objects. */
final class Templates {

    private Templates() {}

    /**
     * Empty if what was typed is no template.
     *
     * @param object without credentials (P9)
     */
    static Optional<String> text(String typed, JsonNode object) {
        return Format.ofObject(typed).map(format -> text(format, object));
    }

    /**
     * @param format one that takes a template, but for columns
     * @param object without credentials (P9)
     * @throws No if the template cannot be read, or does not fit
     */
    static String text(Format format, JsonNode object) {
        var values = Values.map(object);
        try {
            return switch (format.kind()) {
                case JSONPATH -> JsonPath.text(format.template(), values, true);
                case JSONPATH_AS_JSON -> JsonPath.json(format.template(), values, true);
                case GO_TEMPLATE -> GoTemplate.text(format.template(), values, true);
                case TABLE, WIDE, NAME, YAML, JSON, KYAML, CUSTOM_COLUMNS ->
                        throw new IllegalStateException(format.kind().name());
            };
        } catch (PrintError error) {
            throw No.saying(String.valueOf(error.getMessage()));
        }
    }
}
