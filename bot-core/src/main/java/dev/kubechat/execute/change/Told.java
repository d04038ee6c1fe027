package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.print.GoTemplate;
import dev.kubechat.execute.print.JsonPath;
import dev.kubechat.execute.print.JsonText;
import dev.kubechat.execute.print.KyamlText;
import dev.kubechat.execute.print.PrintError;
import dev.kubechat.execute.print.Values;
import dev.kubechat.execute.print.YamlText;
import dev.kubechat.kubectl.ChangeOutput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an object that was changed or made is printed, by {@code -o}.
 *
 * @param typed whether its fields stand in their order, and not sorted
 * @param apart whether another document stands before it
 * @param managedFields whether these are shown
 * @param secretValues whether values of secrets are (P9)
 */
public record Told(
        ChangeOutput output,
        boolean typed,
        boolean apart,
        boolean managedFields,
        boolean secretValues) {

    /** @throws No if its template cannot be read, which is told before anything is done */
    static void check(ChangeOutput output) {
        try {
            switch (output.format()) {
                case "jsonpath", "jsonpath-as-json" -> JsonPath.check(output.template());
                case "go-template", "template" -> GoTemplate.check(output.template());
                default -> {}
            }
        } catch (PrintError wrong) {
            throw new No(
                    "The output cannot be made: " + wrong.words() + ".",
                    "error: " + wrong.words() + "\n");
        }
    }

    /**
     * As kubectl prints it, its last line break with it where there is one.
     *
     * @throws No if the template does not fit
     */
    String text(JsonNode object) {
        var shown = secretValues ? object.deepCopy() : Masking.object(object);
        if (!managedFields && shown.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        try {
            return formatted(shown);
        } catch (PrintError wrong) {
            throw new No("The output cannot be made: " + wrong.words() + ".", wrong.words());
        }
    }

    private String formatted(JsonNode shown) {
        return switch (output.format()) {
            case "yaml" -> (apart ? "---\n" : "") + YamlText.of(Values.map(shown));
            case "kyaml" -> KyamlText.of(values(shown));
            case "json" -> JsonText.indented(values(shown)) + "\n";
            case "jsonpath" -> JsonPath.text(output.template(), Values.map(shown), true);
            case "jsonpath-as-json" -> JsonPath.json(output.template(), Values.map(shown), true);
            case "go-template", "template" ->
                    GoTemplate.text(output.template(), Values.map(shown), true);
            default -> throw new No("Templates do not come from files here: write it behind -o.");
        };
    }

    private @Nullable Object values(JsonNode shown) {
        return typed ? Shape.inOrder(shown) : Values.map(shown);
    }
}
