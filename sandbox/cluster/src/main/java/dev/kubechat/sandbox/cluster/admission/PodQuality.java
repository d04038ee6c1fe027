package dev.kubechat.sandbox.cluster.admission;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The class of a pod that its requests and limits put it in. */
final class PodQuality {
    private PodQuality() {}

    static String of(ObjectNode podSpec) {
        var containers = podSpec.path("containers").values();
        boolean none = containers.stream().allMatch(c -> amounts(c).findAny().isEmpty());
        if (none) {
            return "BestEffort";
        }
        return containers.stream().allMatch(PodQuality::isGuaranteed) ? "Guaranteed" : "Burstable";
    }

    private static Stream<JsonNode> amounts(JsonNode container) {
        return Stream.of("requests", "limits")
                .flatMap(kind -> container.path("resources").path(kind).values().stream());
    }

    private static boolean isGuaranteed(JsonNode container) {
        var resources = container.path("resources");
        return List.of("cpu", "memory").stream()
                .allMatch(name -> {
                    var limit = resources.path("limits").path(name);
                    return limit.isString()
                            && (limit.equals(resources.path("requests").path(name))
                                    || resources.path("requests").path(name).isMissingNode());
                });
    }
}
