package dev.kubechat.sandbox.cluster.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A user as the API server knows one; {@code uid} is empty where none was given. */
public record Caller(
        String name, String uid, List<String> groups, Map<String, List<String>> extra) {
    public static final String AUTHENTICATED = "system:authenticated";
    public static final String UNAUTHENTICATED = "system:unauthenticated";
    public static final String MASTERS = "system:masters";
    public static final Caller ANONYMOUS =
            new Caller("system:anonymous", "", List.of(UNAUTHENTICATED), Map.of());

    public Caller {
        groups = List.copyOf(groups);
        var copy = new LinkedHashMap<String, List<String>>();
        extra.forEach((key, values) -> copy.put(key, List.copyOf(values)));
        extra = java.util.Collections.unmodifiableMap(copy);
    }

    Caller in(String group) {
        if (groups.contains(group)) {
            return this;
        }
        var more = new ArrayList<>(groups);
        more.add(group);
        return new Caller(name, uid, more, extra);
    }

    public boolean isMaster() {
        return groups.contains(MASTERS);
    }
}
