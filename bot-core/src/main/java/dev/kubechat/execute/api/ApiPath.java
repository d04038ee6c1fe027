package dev.kubechat.execute.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A path of the API with its query; whatever comes in as a name or value is encoded. */
public record ApiPath(String text) {

    public static ApiPath of(ApiResource resource, @Nullable String namespace) {
        return collection(resource.group(), resource.version(), resource.plural(), namespace);
    }

    public static ApiPath of(ObjectKey key) {
        return collection(key.group(), key.version(), key.plural(), key.namespace()).at(key.name());
    }

    /** Where those of its type are made. */
    public static ApiPath ofAll(ObjectKey key) {
        return collection(key.group(), key.version(), key.plural(), key.namespace());
    }

    public static ApiPath core(String plural, String namespace) {
        return collection("", "v1", plural, namespace);
    }

    public static ApiPath collection(
            String group, String version, String plural, @Nullable String namespace) {
        var root =
                new ApiPath(group.isEmpty() ? "/api" : "/apis")
                        .at(group.isEmpty() ? version : group);
        var versioned = group.isEmpty() ? root : root.at(version);
        return (namespace == null ? versioned : versioned.at("namespaces").at(namespace))
                .at(plural);
    }

    public ApiPath at(String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw new IllegalArgumentException("no segment of a path: \"%s\"".formatted(segment));
        }
        return new ApiPath(text + "/" + encode(segment));
    }

    public ApiPath with(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        return new ApiPath(
                text + (text.contains("?") ? "&" : "?") + encode(name) + "=" + encode(value));
    }

    /** @param query of another path, with its question mark; null for none */
    public ApiPath asked(@Nullable String query) {
        return query == null ? this : new ApiPath(text + query);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }
}
