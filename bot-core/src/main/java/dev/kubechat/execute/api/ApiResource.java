package dev.kubechat.execute.api;

import java.util.List;
import java.util.Locale;

/** A resource as the server's discovery lists it. */
public record ApiResource(
        String group,
        String version,
        String plural,
        String singular,
        List<String> shortNames,
        String kind,
        boolean namespaced,
        List<String> subresources,
        List<String> categories) {

    public ApiResource {
        shortNames = List.copyOf(shortNames);
        subresources = List.copyOf(subresources);
        categories = List.copyOf(categories);
    }

    boolean isCalled(String name) {
        return plural.equals(name)
                || singular.equals(name)
                || shortNames.contains(name)
                || kind.toLowerCase(Locale.ROOT).equals(name);
    }

    /** The same at another version. */
    public ApiResource at(String other) {
        return new ApiResource(
                group,
                other,
                plural,
                singular,
                shortNames,
                kind,
                namespaced,
                subresources,
                categories);
    }

    public boolean is(String otherPlural, String otherGroup) {
        return plural.equals(otherPlural) && group.equals(otherGroup);
    }

    /** As kubectl writes one object's type: {@code deployment.apps}, {@code pod}. */
    public String qualified() {
        var one = kind.toLowerCase(Locale.ROOT);
        return group.isEmpty() ? one : one + "." + group;
    }

    /** One of them, to begin a sentence: {@code Deployment checkout}. */
    public String called(String name) {
        return kind + " " + name;
    }

    /** For sentences and rules: {@code deployments.apps}, {@code pods}. */
    public String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }
}
