package dev.kubechat.execute;

import dev.kubechat.execute.Sight.No;
import dev.kubechat.execute.print.GoTemplate;
import dev.kubechat.execute.print.JsonPath;
import dev.kubechat.execute.print.JsonText;
import dev.kubechat.execute.print.KyamlText;
import dev.kubechat.execute.print.PrintError;
import dev.kubechat.execute.print.Values;
import dev.kubechat.execute.print.YamlText;
import dev.kubechat.kubectl.ChangeOptions;
import dev.kubechat.kubectl.ChangeOutput;
import dev.kubechat.kubectl.DryRun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A dry run: gathers what kubectl would print of each object. What is asked of the server on its way has no effect. */
final class Rehearsal {

    private final ChangeOptions options;
    private final Form form;
    private final boolean secretValues;
    private final StringBuilder text = new StringBuilder();

    /** How kubectl's own code for a verb holds the objects that it prints. */
    enum Form {
        /** As Go types: fields in their order, documents apart. */
        TYPED,
        /** As Go types, each object printed by itself. */
        TYPED_ALONE,
        /** As maps: fields sorted, documents apart. */
        LOOSE,
        /** As maps, each object printed by itself. */
        LOOSE_ALONE,
        /** The same by itself, and without a word of it being a dry run. */
        LOOSE_UNSAID,
        /** As Go types, by itself, and without a word of it being a dry run. */
        TYPED_UNSAID;

        boolean isTyped() {
            return this == TYPED || this == TYPED_ALONE || this == TYPED_UNSAID;
        }

        boolean isSaid() {
            return this != LOOSE_UNSAID && this != TYPED_UNSAID;
        }

        boolean keepsApart() {
            return this == TYPED || this == LOOSE;
        }
    }

    /**
     * @param secretValues whether values of secrets that the command itself holds may be printed (P9)
     * @throws No if this version does not do all that the options ask for
     */
    Rehearsal(ChangeOptions options, Form form, boolean secretValues) {
        if (options.recordsCause() || options.savesConfig()) {
            throw new No("A dry run leaves --record and --save-config out here. Say it without.");
        }
        this.options = options;
        this.form = form;
        this.secretValues = secretValues;
    }

    boolean asksServer() {
        return options.dryRun() == DryRun.SERVER;
    }

    /**
     * @param called like {@code deployment.apps/checkout}
     * @param words what kubectl says when it is done, such as {@code deployment.apps/checkout scaled}; nothing is told if empty
     * @param object as it would be
     */
    void tell(String called, String words, ObjectNode object) {
        if (words.isEmpty()) {
            return;
        }
        try {
            text.append(
                    switch (options.output().format()) {
                        case "" -> words + suffix() + "\n";
                        case "name" -> called + "\n";
                        default -> formatted(object);
                    });
        } catch (PrintError wrong) {
            throw new No("The output cannot be made: " + wrong.words() + ".", wrong.words());
        }
    }

    /** For what has no object to show. */
    boolean isInWords() {
        return List.of("", "name").contains(options.output().format());
    }

    private String suffix() {
        if (!form.isSaid()) {
            return "";
        }
        return asksServer() ? " (server dry run)" : " (dry run)";
    }

    private String formatted(ObjectNode object) {
        var shown = secretValues ? object.deepCopy() : Masking.object(object);
        if (!options.showManagedFields() && shown.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        var apart = !text.isEmpty() && form.keepsApart();
        return formatted(options.output(), shown, apart);
    }

    private String formatted(ChangeOutput output, JsonNode shown, boolean apart) {
        return switch (output.format()) {
            case "yaml" -> (apart ? "---\n" : "") + YamlText.of(Values.map(shown));
            case "kyaml" -> KyamlText.of(Values.map(shown));
            case "json" -> JsonText.indented(values(shown)) + "\n";
            case "jsonpath" -> JsonPath.text(output.template(), Values.map(shown), true);
            case "jsonpath-as-json" -> JsonPath.json(output.template(), Values.map(shown), true);
            case "go-template", "template" ->
                    GoTemplate.text(output.template(), Values.map(shown), true);
            default -> throw new No("Templates do not come from files here: write it behind -o.");
        };
    }

    private @Nullable Object values(JsonNode shown) {
        return form.isTyped() ? Shape.inOrder(shown) : Values.map(shown);
    }

    String text() {
        return text.toString();
    }
}
