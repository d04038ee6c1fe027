package dev.kubechat.execute.read;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Outcome;
import dev.kubechat.execute.api.Pods;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.api.YamlText;
import dev.kubechat.execute.print.TabWriter;
import dev.kubechat.kubectl.ReadCommand.ApiResources;
import dev.kubechat.kubectl.ReadCommand.ClusterInfo;
import dev.kubechat.kubectl.ReadCommand.Version;
import dev.kubechat.kubectl.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a server says of itself: its resources, versions, and where it and its services are. */
final class ServerVerb {

    // the one in that kubectl
    private static final String KUSTOMIZE = "v5.8.1";

    private final Sight sight;

    ServerVerb(Sight sight) {
        this.sight = sight;
    }

    Outcome.Printed apiResources(ApiResources asked) {
        if (!List.of("", "name", "kind").contains(asked.sortBy())) {
            throw No.saying("--sort-by accepts only name or kind");
        }
        var server = new ServerResources(sight.itself());
        var resources = new ArrayList<ServerResources.Resource>();
        for (var resource : server.preferred()) {
            if (fits(asked, resource)) {
                resources.add(resource);
            }
        }
        resources.sort(order(asked.sortBy()));
        var errors = failed(server);
        return new Outcome.Printed(
                text(asked, resources),
                errors.isEmpty() ? "" : "Not all of it could be found out.",
                errors,
                errors.isEmpty() ? 0 : 1);
    }

    private static String failed(ServerResources server) {
        var stale = new ArrayList<String>();
        for (var group : server.groups()) {
            for (var version : group.versions()) {
                if (version.stale()) {
                    var name = group.name() + "/" + version.name();
                    stale.add("%s: stale GroupVersion discovery: %s".formatted(name, name));
                }
            }
        }
        return stale.isEmpty()
                ? ""
                : "error: unable to retrieve the complete list of server APIs: %s\n"
                        .formatted(String.join(", ", stale));
    }

    private static boolean fits(ApiResources asked, ServerResources.Resource resource) {
        var group = asked.apiGroup();
        var namespaced = asked.namespaced();
        return !resource.verbs().isEmpty()
                && (group == null || group.equals(resource.group()))
                && (namespaced == null || namespaced == resource.namespaced())
                && new HashSet<>(resource.verbs()).containsAll(asked.verbs())
                && new HashSet<>(resource.categories()).containsAll(asked.categories());
    }

    private static Comparator<ServerResources.Resource> order(String by) {
        Comparator<ServerResources.Resource> first =
                switch (by) {
                    case "name" -> Comparator.comparing(ServerResources.Resource::name);
                    case "kind" -> Comparator.comparing(ServerResources.Resource::kind);
                    default -> Comparator.comparing(ServerResources.Resource::group);
                };
        return first.thenComparing(ServerResources.Resource::name);
    }

    private static String text(ApiResources asked, List<ServerResources.Resource> resources) {
        return switch (asked.output()) {
            case "name" ->
                    resources.stream()
                            .map(resource ->
                                    resource.name()
                                            + (resource.group().isEmpty()
                                                    ? ""
                                                    : "." + resource.group())
                                            + "\n")
                            .collect(Collectors.joining());
            case "json" -> GoJson.indented(list(resources), 4) + "\n";
            case "yaml" -> YamlText.yaml(list(resources));
            default -> table(asked, resources);
        };
    }

    private static String table(ApiResources asked, List<ServerResources.Resource> resources) {
        var wide = asked.output().equals("wide");
        var text = new StringBuilder();
        if (!asked.noHeaders()) {
            text.append("NAME\tSHORTNAMES\tAPIVERSION\tNAMESPACED\tKIND");
            text.append(wide ? "\tVERBS\tCATEGORIES\n" : "\n");
        }
        for (var resource : resources) {
            text.append(resource.name()).append('\t');
            text.append(String.join(",", resource.shortNames())).append('\t');
            text.append(resource.apiVersion()).append('\t');
            text.append(resource.namespaced()).append('\t').append(resource.kind());
            if (wide) {
                text.append('\t').append(String.join(",", resource.verbs()));
                text.append('\t').append(String.join(",", resource.categories()));
            }
            text.append('\n');
        }
        return TabWriter.table(text.toString());
    }

    private static ObjectNode list(List<ServerResources.Resource> resources) {
        var list = Reply.JSON.createObjectNode();
        list.put("kind", "APIResourceList").put("apiVersion", "v1").put("groupVersion", "");
        if (resources.isEmpty()) {
            return list.putNull("resources");
        }
        var items = list.putArray("resources");
        for (var resource : resources) {
            var item = items.addObject();
            item.put("name", resource.name()).put("singularName", resource.singularName());
            item.put("namespaced", resource.namespaced());
            if (!resource.group().isEmpty()) {
                item.put("group", resource.group());
            }
            item.put("version", resource.version()).put("kind", resource.kind());
            texts(item, "verbs", resource.verbs());
            if (!resource.shortNames().isEmpty()) {
                texts(item, "shortNames", resource.shortNames());
            }
            if (!resource.categories().isEmpty()) {
                texts(item, "categories", resource.categories());
            }
        }
        return list;
    }

    private static void texts(ObjectNode item, String name, List<String> texts) {
        var array = item.putArray(name);
        texts.forEach(array::add);
    }

    Outcome.Printed apiVersions() {
        var versions = new ArrayList<String>();
        for (var group : new ServerResources(sight.itself()).groups()) {
            for (var version : group.versions()) {
                versions.add((group.name().isEmpty() ? "" : group.name() + "/") + version.name());
            }
        }
        versions.sort(Comparator.naturalOrder());
        return new Outcome.Printed(
                versions.stream().map(version -> version + "\n").collect(Collectors.joining()), "");
    }

    // the client is the kubectl that is followed here; when and with what it was built, nobody can
    // say
    Outcome.Printed version(Version asked) {
        var versions = Reply.JSON.createObjectNode();
        var numbers = Version.FOLLOWED.substring(1).split("\\.");
        versions.putObject("clientVersion")
                .put("major", numbers[0])
                .put("minor", numbers[1])
                .put("gitVersion", Version.FOLLOWED);
        versions.put("kustomizeVersion", KUSTOMIZE);
        if (!asked.client()) {
            versions.set(
                    "serverVersion", sight.answer(sight.itself().get(new ApiPath("/version"))));
        }
        return new Outcome.Printed(
                switch (asked.output()) {
                    case "json" -> GoJson.indented(versions, 2) + "\n";
                    case "yaml" -> YamlText.yaml(versions) + "\n";
                    default -> lines(versions);
                },
                "");
    }

    private static String lines(JsonNode versions) {
        var text =
                "Client Version: %s\nKustomize Version: %s\n"
                        .formatted(Version.FOLLOWED, KUSTOMIZE);
        var server = versions.path("serverVersion").path("gitVersion").asString("");
        return server.isEmpty() ? text : text + "Server Version: %s\n".formatted(server);
    }

    Outcome.Printed clusterInfo(ClusterInfo asked) {
        var namespace = asked.scope() instanceof Scope.In(var in) ? in.value() : "kube-system";
        var end =
                "\n"
                    + "To further debug and diagnose cluster problems, use 'kubectl cluster-info"
                    + " dump'.\n";
        var path =
                ApiPath.core("services", namespace)
                        .with("labelSelector", "kubernetes.io/cluster-service=true");
        try {
            var services = sight.list(path).path("items");
            var text = new StringBuilder();
            text.append(
                    "Kubernetes control plane is running at %s\n".formatted(sight.api().server()));
            services.forEach(service -> text.append(running(service)));
            return new Outcome.Printed(text + end, "");
        } catch (No no) {
            return new Outcome.Printed(end, no.sentence(), no.errors(), 1);
        }
    }

    private String running(JsonNode service) {
        var label = service.path("metadata").path("labels").path("kubernetes.io/name").asString("");
        return "%s is running at %s\n"
                .formatted(label.isEmpty() ? Pods.name(service) : label, link(service));
    }

    private String link(JsonNode service) {
        var ports = service.path("spec").path("ports");
        var ingress = service.path("status").path("loadBalancer").path("ingress").path(0);
        if (!ingress.isMissingNode()) {
            var ip = ingress.path("ip").asString("");
            var host = ip.isEmpty() ? ingress.path("hostname").asString("") : ip;
            return ports.valueStream()
                    .map(port -> "http://%s:%d ".formatted(host, port.path("port").asInt(0)))
                    .collect(Collectors.joining());
        }
        return "%s/api/v1/namespaces/%s/services/%s/proxy"
                .formatted(
                        sight.api().server(),
                        service.path("metadata").path("namespace").asString(""),
                        ports.isEmpty() ? Pods.name(service) : addressed(service, ports.path(0)));
    }

    private static String addressed(JsonNode service, JsonNode port) {
        var name = port.path("name").asString("");
        if (name.equals("https") || port.path("port").asInt(0) == 443) {
            return "https:%s:%s".formatted(Pods.name(service), name);
        }
        return name.isEmpty() ? Pods.name(service) : Pods.name(service) + ":" + name;
    }
}
