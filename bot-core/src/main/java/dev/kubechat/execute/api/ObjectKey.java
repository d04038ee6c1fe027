package dev.kubechat.execute.api;

import org.jspecify.annotations.Nullable;

/**
 * One object of a cluster and no other, not even a later one of the same name.
 *
 * @param group the API group, empty for core
 * @param plural as the API spells the resource, such as {@code deployments}
 * @param namespace null for cluster-wide kinds
 */
public record ObjectKey(
        String group,
        String version,
        String plural,
        String kind,
        @Nullable String namespace,
        String name,
        String uid) {}
