package dev.kubechat.execute;

import java.util.List;

/**
 * One call that changes one object. Approved as it stands here and sent with conditions on uid and old values (P14).
 *
 * @param resourceVersion what the preview saw; not part of what is approved, as status changes move it
 * @param changes empty for a deletion
 */
public record Step(
        Action action, ObjectKey object, String resourceVersion, List<FieldChange> changes) {

    public Step {
        changes = List.copyOf(changes);
    }

    /** What a step does. */
    public enum Action {
        SCALE,
        RESTART,
        DELETE
    }
}
