package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.object.Catalog;
import dev.kubechat.sandbox.cluster.object.GroupVersion;
import dev.kubechat.sandbox.cluster.object.StatusError;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the server says about itself: version, health, groups and resources. The aggregated form of discovery is not spoken; clients
 * then ask group by group.
 */
final class Discovery {
    private static final JsonNode VERSION =
            JsonMapper.shared()
                    .readTree(
                            """
                            {"major": "1", "minor": "36", "emulationMajor": "1", "emulationMinor": "36", "minCompatibilityMajor": "1",
                             "minCompatibilityMinor": "35", "gitVersion": "v1.36.3", "gitCommit": "", "gitTreeState": "clean",
                             "buildDate": "1970-01-01T00:00:00Z", "goVersion": "none", "compiler": "javac", "platform": "kubechat/sandbox"}
                            """);

    private final Catalog catalog;

    Discovery(Catalog catalog) {
        this.catalog = catalog;
    }

    Reply answer(Target.Path target) {
        if (!target.verb().equals("get") && !target.verb().equals("head")) {
            throw StatusError.methodNotAllowed();
        }
        var words =
                Arrays.stream(target.path().split("/")).filter(word -> !word.isEmpty()).toList();
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "version" -> Reply.ok(VERSION);
            case "healthz", "livez", "readyz" -> Reply.text("ok");
            case "api" ->
                    words.size() == 1
                            ? coreVersions()
                            : resources(new GroupVersion("", words.get(1)));
            case "apis" -> apis(words);
            default -> throw StatusError.unknownResource();
        };
    }

    private static Reply coreVersions() {
        var answer = JsonNodeFactory.instance.objectNode().put("kind", "APIVersions");
        answer.putArray("versions").add("v1");
        answer.putArray("serverAddressByClientCIDRs");
        return Reply.ok(answer);
    }

    private Reply apis(List<String> words) {
        return switch (words.size()) {
            case 1 -> groups();
            case 2 -> Reply.ok(group(words.get(1)).put("kind", "APIGroup").put("apiVersion", "v1"));
            default -> resources(new GroupVersion(words.get(1), words.get(2)));
        };
    }

    private Reply groups() {
        var answer =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", "APIGroupList")
                        .put("apiVersion", "v1");
        var groups = answer.putArray("groups");
        catalog.groupVersions().stream()
                .map(GroupVersion::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .forEach(group -> groups.add(group(group)));
        return Reply.ok(answer);
    }

    private ObjectNode group(String name) {
        var versions =
                catalog.groupVersions().stream()
                        .filter(version -> version.group().equals(name))
                        .toList();
        if (versions.isEmpty()) {
            throw StatusError.unknownResource();
        }
        var group = JsonNodeFactory.instance.objectNode().put("name", name);
        var list = group.putArray("versions");
        versions.forEach(version -> list.add(version(version)));
        group.set("preferredVersion", version(versions.getFirst()));
        return group;
    }

    private static ObjectNode version(GroupVersion version) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("groupVersion", version.toString())
                .put("version", version.version());
    }

    private Reply resources(GroupVersion version) {
        if (!catalog.groupVersions().contains(version)) {
            throw StatusError.unknownResource();
        }
        var answer =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", "APIResourceList")
                        .put("apiVersion", "v1");
        var list = answer.put("groupVersion", version.toString()).putArray("resources");
        catalog.types().stream()
                .filter(type -> type.groupVersion().equals(version))
                .forEach(type -> {
                    list.add(type.discovery());
                    type.subresources().forEach(list::add);
                });
        return Reply.ok(answer);
    }
}
