package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.access.Action;
import dev.kubechat.sandbox.cluster.object.GroupVersion;
import dev.kubechat.sandbox.cluster.object.ObjectKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a request is about, read off its path and method as the API server reads them. */
sealed interface Target {
    Action action();

    record Path(String verb, String path) implements Target {
        @Override
        public Action action() {
            return new Action.OnPath(verb, path);
        }
    }

    /** Empty texts mean: all namespaces or none, the collection, the object itself. */
    record Resource(
            String verb,
            GroupVersion groupVersion,
            String plural,
            String subresource,
            String namespace,
            String name,
            String onlyName)
            implements Target {
        @Override
        public Action action() {
            return new Action.OnResource(
                    verb,
                    groupVersion.group(),
                    plural,
                    subresource,
                    namespace,
                    name.isEmpty() ? onlyName : name);
        }

        /** What it would be to the access rules if it were asked for by another verb. */
        Action asTo(String other) {
            return new Resource(other, groupVersion, plural, subresource, namespace, name, onlyName)
                    .action();
        }

        ObjectKey key() {
            return new ObjectKey(plural.equals("namespaces") ? "" : namespace, name);
        }
    }

    static Target of(Call call) {
        var words = Arrays.stream(call.path().split("/")).filter(word -> !word.isEmpty()).toList();
        if (words.size() > 2 && words.getFirst().equals("api")) {
            return resource(
                    call, new GroupVersion("", words.get(1)), words.subList(2, words.size()));
        }
        if (words.size() > 3 && words.getFirst().equals("apis")) {
            return resource(
                    call,
                    new GroupVersion(words.get(1), words.get(2)),
                    words.subList(3, words.size()));
        }
        return new Path(call.method().toLowerCase(Locale.ROOT), call.path());
    }

    private static Resource resource(Call call, GroupVersion groupVersion, List<String> words) {
        var namespace = "";
        var rest = words;
        if (words.getFirst().equals("namespaces") && words.size() > 1) {
            namespace = words.get(1);
            if (words.size() > 2 && !Set.of("status", "finalize").contains(words.get(2))) {
                rest = words.subList(2, words.size());
            }
        }
        var name = rest.size() > 1 ? rest.get(1) : "";
        var subresource = rest.size() > 2 ? String.join("/", rest.subList(2, rest.size())) : "";
        return new Resource(
                verb(call, name),
                groupVersion,
                rest.getFirst(),
                subresource,
                namespace,
                name,
                onlyName(call));
    }

    private static String verb(Call call, String name) {
        return switch (call.method()) {
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> name.isEmpty() ? "deletecollection" : "delete";
            case "GET" -> call.asks("watch") ? "watch" : name.isEmpty() ? "list" : "get";
            default -> ""; // as on a real server; nothing allows it
        };
    }

    private static String onlyName(Call call) {
        var selector = call.parameter("fieldSelector");
        return selector.startsWith("metadata.name=") && selector.indexOf(',') < 0
                ? selector.substring("metadata.name=".length())
                : "";
    }
}
