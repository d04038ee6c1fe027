package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.CompactJson;
import dev.kubechat.execute.api.ManifestObject;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.kubectl.ChangeCommand;
import dev.kubechat.kubectl.PodCommand;
import tools.jackson.databind.node.ObjectNode;

/** What a command writes onto its objects about itself: its words ({@code --record}) and what was sent ({@code --save-config}). */
final class ChangeNotes {

    private static final String CAUSE = "kubernetes.io/change-cause";

    private final ChangeCommand command;

    ChangeNotes(ChangeCommand command) {
        this.command = command;
    }

    /** With the command as the cause of the change, where that was asked for. */
    String caused(String contentType, String patch) {
        if (!command.options().recordsCause()
                || contentType.equals(Api.JSON_PATCH)
                || !(Reply.JSON.readTree(patch) instanceof ObjectNode fields)) {
            return patch;
        }
        fields.withObject("metadata").withObject("annotations").put(CAUSE, cause());
        return fields.toString();
    }

    private String cause() {
        return command.canonical();
    }

    /** With what the options ask to be kept on a new object. */
    ObjectNode kept(ObjectNode object) {
        var kept = object.deepCopy();
        if (command.options().savesConfig()) {
            var config = object.deepCopy();
            if (config.path("metadata").path("annotations") instanceof ObjectNode annotations) {
                annotations.remove(ManifestObject.APPLIED);
            }
            // it fills the namespace in only afterwards
            if ((command instanceof PodCommand.Run || command instanceof ChangeCommand.Expose)
                    && config.path("metadata") instanceof ObjectNode metadata) {
                metadata.remove("namespace");
            }
            kept.withObject("metadata")
                    .withObject("annotations")
                    .put(ManifestObject.APPLIED, CompactJson.inOrder(config) + "\n");
        }
        if (command.options().recordsCause()) {
            kept.withObject("metadata").withObject("annotations").put(CAUSE, cause());
        }
        return kept;
    }
}
