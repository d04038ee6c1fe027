package dev.kubechat.audit;

import java.time.Instant;

/**
 * An event as it stands in the trail.
 * @param position order of recording; has gaps
 * @param recordedAt by the clock of the database, to the microsecond
 */
public record AuditEntry(long position, AuditEventId id, Instant recordedAt, AuditEvent event) {}
