package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Call;
import dev.kubechat.kubectl.ChangeCommand;
import dev.kubechat.kubectl.CreateConfig;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What kubectl prints of the objects that one command changes: words, names, or the objects as they come back. */
final class ChangeWords {

    private final ChangeCommand command;
    private final boolean secretValues;
    private int told;

    /** @param secretValues whether values of secrets that the command itself holds may be printed (P9) */
    ChangeWords(ChangeCommand command, boolean secretValues) {
        this.command = command;
        this.secretValues = secretValues;
    }

    private String format() {
        return command.options().output().format();
    }

    private boolean isInWords() {
        return format().isEmpty() || format().equals("name");
    }

    private Told told() {
        var options = command.options();
        var form = Rehearsal.Form.of(command);
        told++;
        return new Told(
                options.output(),
                form.isTyped(),
                form.keepsApart() && told > 1,
                options.showManagedFields(),
                secretValues && command instanceof CreateConfig);
    }

    /**
     * @param subresource empty for the object itself
     * @param called like {@code deployment.apps/checkout}
     * @param done what kubectl prints when it was done
     * @param query what the path ends with; null for nothing
     */
    Step.Request request(
            Call call, String subresource, String called, String done, @Nullable String query) {
        return new Step.Request(
                call.method(),
                subresource,
                call.contentType(),
                call.body(),
                format().equals("name") ? called : done,
                query,
                isInWords() ? null : told());
    }

    /** What is printed of an object that stays as it is. */
    String said(String called, String words, JsonNode object) {
        if (words.isEmpty() || format().isEmpty()) {
            return words;
        }
        return format().equals("name") ? called : told().text(object).replaceFirst("\n$", "");
    }
}
