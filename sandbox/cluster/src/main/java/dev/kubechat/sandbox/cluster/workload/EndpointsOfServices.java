package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.LabelSelector;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists for each service with a selector the pods behind it, ready or not. */
final class EndpointsOfServices implements Controller {
    private static final String ENDPOINTS = "endpoints";

    private final World world;

    EndpointsOfServices(World world) {
        this.world = world;
    }

    @Override
    public void reconcile() {
        var services = world.list("services");
        services.stream()
                .filter(s -> !s.isBeingDeleted() && !s.at("/spec/selector").isEmpty())
                .forEach(this::reconcile);
        world.list(ENDPOINTS).stream()
                .filter(e -> e.labels().containsKey("endpoints.kubernetes.io/managed-by"))
                .filter(e -> services.stream().noneMatch(s -> s.key().equals(e.key())))
                .forEach(e -> world.delete(ENDPOINTS, e));
    }

    private void reconcile(KubeObject service) {
        var selector = LabelSelector.ofMap(service.at("/spec/selector"));
        var pods =
                world.list("pods", service.namespace()).stream()
                        .filter(pod ->
                                selector.matches(pod)
                                        && !pod.isBeingDeleted()
                                        && !Pods.isOver(pod)
                                        && !pod.text("/status/podIP").isEmpty())
                        .toList();
        var subsets = subsets(service, pods);
        var known = world.find(ENDPOINTS, service.namespace(), service.name());
        if (known.isEmpty()) {
            var json =
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("kind", "Endpoints")
                            .put("apiVersion", "v1");
            json.putObject("metadata")
                    .put("name", service.name())
                    .put("namespace", service.namespace())
                    .putObject("labels")
                    .put("endpoints.kubernetes.io/managed-by", "endpoint-controller");
            json.set("subsets", subsets);
            world.create(ENDPOINTS, json);
        } else {
            world.change(ENDPOINTS, known.get(), json -> json.set("subsets", subsets));
        }
    }

    private static ArrayNode subsets(KubeObject service, List<KubeObject> pods) {
        var subsets = JsonNodeFactory.instance.arrayNode();
        if (pods.isEmpty()) {
            return subsets;
        }
        var subset = subsets.addObject();
        addresses(subset, "addresses", pods.stream().filter(Pods::isReady).toList());
        addresses(
                subset,
                "notReadyAddresses",
                pods.stream().filter(pod -> !Pods.isReady(pod)).toList());
        var ports = subset.putArray("ports");
        service.items("/spec/ports").forEach(port -> ports.add(port(port, pods.getFirst())));
        return subsets;
    }

    private static void addresses(ObjectNode subset, String field, List<KubeObject> pods) {
        if (!pods.isEmpty()) {
            var list = subset.putArray(field);
            pods.forEach(pod ->
                    list.addObject()
                            .put("ip", pod.text("/status/podIP"))
                            .put("nodeName", pod.text("/spec/nodeName"))
                            .putObject("targetRef")
                            .put("kind", "Pod")
                            .put("namespace", pod.namespace())
                            .put("name", pod.name())
                            .put("uid", pod.uid()));
        }
    }

    private static ObjectNode port(JsonNode port, KubeObject pod) {
        var target = port.path("targetPort");
        int number =
                target.isNumber()
                        ? target.asInt()
                        : named(target.asString(""), pod, port.path("port").asInt(0));
        var json = JsonNodeFactory.instance.objectNode();
        if (port.has("name")) {
            json.put("name", port.path("name").asString(""));
        }
        return json.put("port", number).put("protocol", port.path("protocol").asString("TCP"));
    }

    private static int named(String name, KubeObject pod, int otherwise) {
        return pod.items("/spec/containers").stream()
                .flatMap(container -> container.path("ports").values().stream())
                .filter(port -> port.path("name").asString("").equals(name))
                .mapToInt(port -> port.path("containerPort").asInt(otherwise))
                .findFirst()
                .orElse(otherwise);
    }
}
