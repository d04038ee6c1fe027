package dev.kubechat.audit;

import java.util.UUID;

/** Names one recorded event for ever. Says nothing about the order of events. */
public record AuditEventId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
