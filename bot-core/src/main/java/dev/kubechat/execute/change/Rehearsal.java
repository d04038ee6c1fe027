package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.ChangeCommand;
import dev.kubechat.kubectl.ChangeOptions;
import dev.kubechat.kubectl.CreateCommand;
import dev.kubechat.kubectl.DryRun;
import dev.kubechat.kubectl.ManifestCommand;
import dev.kubechat.kubectl.MarkCommand;
import dev.kubechat.kubectl.NodeCommand;
import dev.kubechat.kubectl.PodCommand;
import dev.kubechat.kubectl.RolloutChange;
import dev.kubechat.kubectl.SetCommand;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A dry run: gathers what kubectl would print of each object. What is asked of the server on its way has no effect. */
final class Rehearsal {

    private final ChangeOptions options;
    private final Form form;
    private final boolean secretValues;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder problems = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();

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

        static Form of(ChangeCommand command) {
            return switch (command) {
                case MarkCommand.Label _ -> LOOSE_ALONE;
                case ChangeCommand.Patch _ -> LOOSE_UNSAID;
                case NodeCommand.TaintNodes _ -> TYPED_UNSAID;
                case ManifestCommand.Reconcile _ -> TYPED;
                case MarkCommand.Annotate _, ManifestCommand _ -> LOOSE;
                case RolloutChange _, ChangeCommand.Autoscale _, NodeCommand _ -> TYPED_ALONE;
                case SetCommand _,
                        CreateCommand _,
                        ChangeCommand.Expose _,
                        ChangeCommand.CertificateApprove _,
                        ChangeCommand.CertificateDeny _,
                        PodCommand _ ->
                        TYPED;
            };
        }

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
     */
    Rehearsal(ChangeOptions options, Form form, boolean secretValues) {
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
        text.append(
                switch (options.output().format()) {
                    case "" -> words + suffix() + "\n";
                    case "name" -> called + "\n";
                    default -> formatted(object);
                });
    }

    /** What is told of an object; without the server, what only it counts stays as it is. */
    ObjectNode object(JsonNode before, JsonNode after) {
        var object = (ObjectNode) after.deepCopy();
        if (!asksServer() && object.path("metadata") instanceof ObjectNode metadata) {
            for (var field : List.of("generation", "resourceVersion", "managedFields")) {
                if (before.path("metadata").has(field)) {
                    metadata.set(field, before.path("metadata").get(field));
                }
            }
        }
        return object;
    }

    /** Of one object that the server would not take, while the others are tried all the same. */
    void fail(No no) {
        problems.append(no.sentence()).append('\n');
        errors.append(no.errors());
    }

    /** Sentences for people, a line each. */
    String problems() {
        return problems.toString();
    }

    /** What kubectl writes to its standard error of these, whole lines. */
    String errors() {
        return errors.toString();
    }

    /** For what has no object to show. */
    boolean isInWords() {
        return List.of("", "name").contains(options.output().format());
    }

    private String suffix() {
        // with --local alone it is none
        if (!form.isSaid() || options.dryRun() == DryRun.NONE) {
            return "";
        }
        return asksServer() ? " (server dry run)" : " (dry run)";
    }

    private String formatted(ObjectNode object) {
        return new Told(
                        options.output(),
                        form.isTyped(),
                        !text.isEmpty() && form.keepsApart(),
                        options.showManagedFields(),
                        secretValues)
                .text(object);
    }

    String text() {
        return text.toString();
    }
}
