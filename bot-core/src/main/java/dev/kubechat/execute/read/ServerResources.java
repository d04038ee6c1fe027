package dev.kubechat.execute.read;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** All that a server's discovery tells of groups, versions and resources, freshly asked. */
final class ServerResources {

    private static final String AGGREGATED =
            "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
                    + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
                    + "application/json";

    private final Api api;
    private final List<Group> groups = new ArrayList<>();

    /** @param versions the preferred one first */
    record Group(String name, List<Version> versions) {}

    /** @param stale whether the server could not find out what is in it */
    record Version(String name, boolean stale, List<Resource> resources) {}

    record Resource(
            String group,
            String version,
            String name,
            String singularName,
            List<String> shortNames,
            String kind,
            boolean namespaced,
            List<String> verbs,
            List<String> categories) {

        String apiVersion() {
            return group.isEmpty() ? version : group + "/" + version;
        }
    }

    ServerResources(Api api) {
        this.api = api;
        ask("/api");
        ask("/apis");
    }

    List<Group> groups() {
        return groups;
    }

    /** Each resource once, at the version that the server prefers among those that have it. */
    List<Resource> preferred() {
        var found = new LinkedHashMap<String, Resource>();
        for (var group : groups) {
            for (var version : group.versions()) {
                version.resources()
                        .forEach(resource ->
                                found.putIfAbsent(
                                        resource.group() + "/" + resource.name(), resource));
            }
        }
        return List.copyOf(found.values());
    }

    private void ask(String path) {
        var reply = api.get(new ApiPath(path), AGGREGATED).json();
        if (reply.path("kind").asString("").equals("APIGroupDiscoveryList")) {
            reply.path("items").forEach(this::aggregated);
        } else if (path.equals("/api")) {
            reply.path("versions").forEach(version -> groups.add(core(version.asString())));
        } else {
            reply.path("groups").forEach(this::oneByOne);
        }
    }

    private void aggregated(JsonNode group) {
        var name = group.path("metadata").path("name").asString("");
        var versions = new ArrayList<Version>();
        for (var version : group.path("versions")) {
            var said = version.path("version").asString("");
            versions.add(
                    new Version(
                            said,
                            version.path("freshness").asString("").equals("Stale"),
                            version.path("resources")
                                    .valueStream()
                                    .map(resource -> aggregated(name, said, resource))
                                    .toList()));
        }
        groups.add(new Group(name, versions));
    }

    private static Resource aggregated(String group, String version, JsonNode resource) {
        return new Resource(
                group,
                version,
                resource.path("resource").asString(""),
                resource.path("singularResource").asString(""),
                texts(resource.path("shortNames")),
                resource.path("responseKind").path("kind").asString(""),
                resource.path("scope").asString("").equals("Namespaced"),
                texts(resource.path("verbs")),
                texts(resource.path("categories")));
    }

    private Group core(String version) {
        return new Group("", List.of(listed("", version, new ApiPath("/api").at(version))));
    }

    private void oneByOne(JsonNode group) {
        var name = group.path("name").asString("");
        var preferred = group.path("preferredVersion").path("version").asString("");
        var order = new HashMap<String, Integer>(Map.of(preferred, -1));
        group.path("versions")
                .forEach(version ->
                        order.putIfAbsent(version.path("version").asString(""), order.size()));
        groups.add(
                new Group(
                        name,
                        order.entrySet().stream()
                                .filter(version -> !version.getKey().isEmpty())
                                .sorted(Map.Entry.comparingByValue())
                                .map(Map.Entry::getKey)
                                .map(version ->
                                        listed(
                                                name,
                                                version,
                                                new ApiPath("/apis").at(name).at(version)))
                                .toList()));
    }

    private Version listed(String group, String version, ApiPath path) {
        var reply = api.any(path);
        var resources =
                reply.json()
                        .path("resources")
                        .valueStream()
                        .filter(resource -> !resource.path("name").asString("").contains("/"))
                        .map(resource -> listed(group, version, resource))
                        .toList();
        return new Version(version, !reply.ok(), resources);
    }

    private static Resource listed(String group, String version, JsonNode resource) {
        return new Resource(
                group,
                version,
                resource.path("name").asString(""),
                resource.path("singularName").asString(""),
                texts(resource.path("shortNames")),
                resource.path("kind").asString(""),
                resource.path("namespaced").asBoolean(false),
                texts(resource.path("verbs")),
                texts(resource.path("categories")));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(text -> text.asString("")).toList();
    }
}
