package dev.kubechat.approval;

import dev.kubechat.approval.Approval.Approved;
import dev.kubechat.approval.Approval.Consumed;
import dev.kubechat.approval.Approval.Denied;
import dev.kubechat.approval.Approval.Expired;
import dev.kubechat.approval.Approval.Pending;
import dev.kubechat.approval.Approval.Revocation;
import dev.kubechat.approval.Approval.Revoked;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a state stands in a row. */
record ApprovalColumns(
        State state,
        @Nullable Instant closedAt,
        @Nullable Revocation revocation,
        @Nullable Instant consumedAt) {
    enum State {
        PENDING,
        APPROVED,
        DENIED,
        EXPIRED,
        REVOKED
    }

    static ApprovalColumns of(Approval approval) {
        return switch (approval) {
            case Pending _ -> new ApprovalColumns(State.PENDING, null, null, null);
            case Approved a -> new ApprovalColumns(State.APPROVED, a.at(), null, null);
            case Consumed c -> new ApprovalColumns(State.APPROVED, c.approvedAt(), null, c.at());
            case Denied d -> new ApprovalColumns(State.DENIED, d.at(), null, null);
            case Expired e -> new ApprovalColumns(State.EXPIRED, e.at(), null, null);
            case Revoked r -> new ApprovalColumns(State.REVOKED, r.at(), r.why(), null);
        };
    }

    /** The checks of the table see to it that the columns a state needs are there. */
    Approval with(Request request, List<Cast> votes) {
        return switch (state) {
            case PENDING -> new Pending(request, votes);
            case APPROVED ->
                    consumedAt == null
                            ? new Approved(request, votes, there(closedAt))
                            : new Consumed(request, votes, there(closedAt), consumedAt);
            case DENIED -> new Denied(request, votes, there(closedAt));
            case EXPIRED -> new Expired(request, votes, there(closedAt));
            case REVOKED -> new Revoked(request, votes, there(revocation), there(closedAt));
        };
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
