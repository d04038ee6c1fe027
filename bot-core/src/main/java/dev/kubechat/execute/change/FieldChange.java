package dev.kubechat.execute.change;

import org.jspecify.annotations.Nullable;

/**
 * A field that a step sets.
 *
 * @param path as a person reads it, such as {@code spec.replicas}
 * @param was the value the preview saw, null where there was none
 * @param becomes null where the field goes away
 */
public record FieldChange(String path, @Nullable String was, @Nullable String becomes) {}
