package dev.kubechat.pipeline.reconcile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step as KubeChat wrote it down.
 *
 * @param request the id of the ask
 * @param as who asked
 * @param verb of the API server; empty where any fits
 * @param intendedAt null before the intent
 */
record StepRow(
        UUID request,
        int ordinal,
        State state,
        ServerCall.Identity as,
        String verb,
        Target target,
        @Nullable Instant intendedAt,
        @Nullable Instant endedAt) {

    /** The names are those of the table. */
    enum State {
        PLANNED,
        INTENDED,
        DONE,
        FAILED,
        UNKNOWN,
        NOT_SENT,
        NOT_BEGUN;

        boolean isOpen() {
            return this == INTENDED || this == UNKNOWN;
        }
    }

    boolean fits(ServerCall call) {
        var sameVerb = verb.isEmpty() || verb.equals(call.verb()) || call.isConnecting();
        return sameVerb
                && (target.isSame(call.target())
                        // refused before the server looked for a name, or made up by it
                        || ((call.target().name().isEmpty() || target.name().isEmpty())
                                && target.isSameButForTheName(call.target())));
    }

    boolean isWithin(Span span) {
        return intendedAt != null && span.holds(intendedAt, endedAt == null ? intendedAt : endedAt);
    }

    /** For people. */
    String said() {
        return "step %d, %s%s, as %s, of request %s, which KubeChat tells as %s"
                .formatted(
                        ordinal + 1,
                        verb.isEmpty() ? "" : verb + " ",
                        target,
                        as.user(),
                        request,
                        state);
    }
}
