package dev.kubechat.execute.change;

import dev.kubechat.execute.api.ObjectKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call that changes one object. Approved as it stands here and sent with conditions on uid and old values (P14).
 *
 * @param resourceVersion what the preview saw; not part of what is approved, as status changes move it
 * @param changes empty for a deletion
 * @param request what is sent, for actions that do not tell it all by themselves; null for those that do
 */
public record Step(
        Action action,
        ObjectKey object,
        String resourceVersion,
        List<FieldChange> changes,
        @Nullable Request request) {

    public Step {
        changes = List.copyOf(changes);
    }

    Step(Action action, ObjectKey object, String resourceVersion, List<FieldChange> changes) {
        this(action, object, resourceVersion, changes, null);
    }

    /**
     * The one request of a step, with its conditions in it.
     *
     * @param subresource like {@code status}; empty for the object itself
     * @param body JSON
     * @param done what kubectl prints when it was done, such as {@code pod/web-0 labeled}
     * @param query what the path ends with, such as {@code ?fieldManager=kubectl}; null for nothing
     * @param told how the object that the server answers with is printed in place of {@code done}; null where it is not
     */
    public record Request(
            String method,
            String subresource,
            String contentType,
            String body,
            String done,
            @Nullable String query,
            @Nullable Told told) {

        Request(String method, String subresource, String contentType, String body, String done) {
            this(method, subresource, contentType, body, done, null, null);
        }
    }

    /** What a step does. */
    public enum Action {
        SCALE,
        RESTART,
        DELETE,
        /** Sets fields, each with a test of its old value. */
        CHANGE,
        /** Makes an object; its uid is not known before. */
        CREATE,
        /** Asks for a pod to be evicted, which a disruption budget may refuse. */
        EVICT,
        /** Runs a program in a container; its uid is compared right before, and the server knows no condition for it. */
        EXEC,
        /** The same for a program that writes a file out. */
        COPY,
        /** Asks for a token of a service account. */
        TOKEN
    }
}
