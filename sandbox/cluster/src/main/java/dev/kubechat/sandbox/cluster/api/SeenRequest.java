package dev.kubechat.sandbox.cluster.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A request the cluster answered. {@code user}, {@code groups} and {@code extra} are those it was carried out as; {@code sender} is who
 * held the token. Both are empty texts where the token was refused.
 * @param path with its query
 * @param status the HTTP status answered
 */
public record SeenRequest(
        Instant time,
        String method,
        String path,
        String sender,
        String user,
        List<String> groups,
        Map<String, List<String>> extra,
        int status) {

    public SeenRequest {
        groups = List.copyOf(groups);
        extra = Map.copyOf(extra);
    }

    /** Whether the sender acted as somebody else. */
    public boolean impersonated() {
        return !sender.equals(user);
    }
}
