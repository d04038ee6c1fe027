package dev.kubechat.pipeline.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * Something the comparison found.
 *
 * @param request the id of the ask; null where the call bears none
 * @param auditId of the API server's event; null where there is none
 * @param sentence for people
 */
public record Finding(
        Kind kind, @Nullable String request, @Nullable String auditId, String sentence) {

    /** What was found. */
    public enum Kind {
        /** The server did or was asked what no step stands for. */
        WRITE_WITHOUT_STEP(true),
        /** The server was asked again what a step stands for once. */
        WRITE_SENT_TWICE(true),
        /** KubeChat's own account wrote in nobody's name, or in a name without a request. */
        WRITE_WITHOUT_REQUEST(true),
        /** The names or groups differ. */
        OTHER_IDENTITY(true),
        /** KubeChat says it was done, and the server knows nothing of it. */
        STEP_WITHOUT_WRITE(true),
        /** Both know of it and say different things. */
        OTHER_OUTCOME(true),
        /** A line of the log could not be read, and may hold anything. */
        UNREAD(true),
        /** KubeChat does not know how a step ended; the server's log does. */
        SETTLED(false);

        private final boolean isOneSided;

        Kind(boolean isOneSided) {
            this.isOneSided = isOneSided;
        }

        /** Whether the two sides disagree. */
        public boolean isOneSided() {
            return isOneSided;
        }
    }
}
