package dev.kubechat.approval;

import java.util.UUID;

/** Names one request for approval. A card's buttons carry it, so knowing it gives no right. */
public record ApprovalId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
