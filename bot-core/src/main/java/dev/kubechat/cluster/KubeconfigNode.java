package dev.kubechat.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One mapping of a kubeconfig. */
record KubeconfigNode(KubeconfigReader reader, Map<?, ?> fields) {

    static KubeconfigNode of(KubeconfigReader reader, @Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            return new KubeconfigNode(reader, fields);
        }
        throw reader.refused(
                "has something else where a mapping of names to values belongs. Write it anew, for"
                        + " example by: kubectl config view --minify --flatten --raw.");
    }

    /** The entry of that name in a list such as {@code clusters}; its own mapping is under {@code key}. */
    KubeconfigNode entry(String list, String key, String name) {
        var found = new ArrayList<KubeconfigNode>();
        for (var item : items(list)) {
            var entry = of(reader, item);
            if (name.equals(entry.text("name"))) {
                found.add(entry);
            }
        }
        if (found.size() != 1) {
            throw reader.refused(
                    "has %s called \"%s\" under %s. It needs exactly one."
                            .formatted(
                                    found.isEmpty() ? "nothing" : "several entries", name, list));
        }
        return of(reader, found.getFirst().fields.get(key));
    }

    List<?> items(String list) {
        return fields.get(list) instanceof List<?> items ? items : List.of();
    }

    /** Null when the field is absent or empty. */
    @Nullable String text(String field) {
        var value = fields.get(field);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        if (value instanceof Map || value instanceof List) {
            throw reader.refused("has more than a text under %s.".formatted(field));
        }
        return value.toString();
    }

    boolean has(String field) {
        return fields.get(field) != null
                && !Boolean.FALSE.equals(fields.get(field))
                && !"".equals(fields.get(field));
    }

    void refuseIf(String field, String instead) {
        if (has(field)) {
            throw reader.refused("uses %s. %s".formatted(field, instead));
        }
    }

    /** What a newer kubeconfig can hold is not known to be harmless. */
    void refuseAllBut(Set<String> known) {
        for (var field : fields.keySet()) {
            if (!known.contains(String.valueOf(field)) && has(String.valueOf(field))) {
                throw reader.refused(
                        "uses %s, which KubeChat does not know. Take it out.".formatted(field));
            }
        }
    }
}
