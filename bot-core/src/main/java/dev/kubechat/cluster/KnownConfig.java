package dev.kubechat.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What may be told of clusters, users and the contexts that bring them together, as a kubeconfig holds them. No credential is in it.
 *
 * @param current the name of the context that is in use
 */
public record KnownConfig(
        List<Entry> clusters, List<Entry> users, List<Entry> contexts, String current) {

    private static final String OMITTED = "DATA+OMITTED";
    private static final String REDACTED = "REDACTED";

    /** One of them with its fields, each with what is shown of it, in kubectl's order. */
    public record Entry(String name, Map<String, String> fields) {

        /** Empty if there is no such field. */
        public String field(String field) {
            return fields.getOrDefault(field, "");
        }
    }

    /** The entries sorted by name. */
    public KnownConfig {
        clusters = sorted(clusters);
        users = sorted(users);
        contexts = sorted(contexts);
    }

    /** Only the context in use, with its cluster and its user. */
    public KnownConfig minified() {
        var context = named(contexts, current);
        return new KnownConfig(
                context.stream()
                        .flatMap(one -> named(clusters, one.field("cluster")).stream())
                        .toList(),
                context.stream().flatMap(one -> named(users, one.field("user")).stream()).toList(),
                context,
                current);
    }

    private static List<Entry> named(List<Entry> entries, String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).toList();
    }

    private static List<Entry> sorted(List<Entry> entries) {
        return entries.stream().sorted(Comparator.comparing(Entry::name)).toList();
    }

    /** Of fields that are not listed here nothing is told, for they may hold anything. */
    static KnownConfig of(KubeconfigNode file, String current) {
        return new KnownConfig(
                entries(
                        file,
                        "clusters",
                        "cluster",
                        List.of("server", "certificate-authority", "certificate-authority-data")),
                entries(
                        file,
                        "users",
                        "user",
                        List.of(
                                "client-certificate",
                                "client-certificate-data",
                                "client-key",
                                "client-key-data",
                                "token",
                                "tokenFile")),
                entries(file, "contexts", "context", List.of("cluster", "user", "namespace")),
                current);
    }

    private static List<Entry> entries(
            KubeconfigNode file, String list, String key, List<String> fields) {
        var entries = new ArrayList<Entry>();
        for (var item : file.items(list)) {
            if (item instanceof Map<?, ?> entry
                    && entry.get("name") instanceof String name
                    && entry.get(key) instanceof Map<?, ?> node) {
                entries.add(new Entry(name, shown(node, fields)));
            }
        }
        return entries;
    }

    private static Map<String, String> shown(Map<?, ?> node, List<String> fields) {
        var shown = new LinkedHashMap<String, String>();
        for (var field : fields) {
            var value = node.get(field);
            if (value != null && !(value instanceof Map) && !(value instanceof List)) {
                shown.put(
                        field,
                        field.endsWith("-data")
                                ? OMITTED
                                : field.equals("token") ? REDACTED : value.toString());
            }
        }
        return shown;
    }

    /** A context for each cluster, all with the person who asks. */
    public static KnownConfig of(List<ClusterDoor.Known> clusters, Caller caller) {
        var user = caller.who().user();
        return new KnownConfig(
                clusters.stream()
                        .map(one -> entry(one.id().value(), "server", one.server()))
                        .toList(),
                List.of(entry(user)),
                clusters.stream()
                        .map(one ->
                                entry(
                                        one.id().value(),
                                        "cluster",
                                        one.id().value(),
                                        "user",
                                        user,
                                        "namespace",
                                        one.defaultNamespace().value()))
                        .toList(),
                caller.cluster().value());
    }

    private static KnownConfig.Entry entry(String name, String... fields) {
        var shown = new LinkedHashMap<String, String>();
        for (var i = 0; i < fields.length; i += 2) {
            shown.put(fields[i], fields[i + 1]);
        }
        return new KnownConfig.Entry(name, shown);
    }
}
