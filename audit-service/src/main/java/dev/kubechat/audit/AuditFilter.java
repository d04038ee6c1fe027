package dev.kubechat.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to read; what is null does not restrict.
 * @param type the whole type, or with a dot at its end all types that begin so
 * @param actor a person
 */
public record AuditFilter(@Nullable UUID request, @Nullable String type, @Nullable UUID actor) {
    public static final AuditFilter ALL = new AuditFilter(null, null, null);
}
