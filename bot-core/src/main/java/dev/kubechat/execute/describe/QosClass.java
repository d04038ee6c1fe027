package dev.kubechat.execute.describe;

import dev.kubechat.execute.print.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** How a pod is treated when its node runs short; the server's word for it, or what it would say. */
final class QosClass {

    private static final Set<String> COUNTED = Set.of("cpu", "memory");

    private QosClass() {}

    static String of(JsonNode pod) {
        var said = Values.text(pod, "status.qosClass");
        return said.isEmpty() ? computed(pod) : said;
    }

    private static String computed(JsonNode pod) {
        var requests = new TreeMap<String, Quantity>();
        var limits = new TreeMap<String, Quantity>();
        var guaranteed = true;
        for (var resources : resources(pod)) {
            add(requests, resources.path("requests"));
            var limited = new TreeMap<String, Quantity>();
            add(limited, resources.path("limits"));
            add(limits, resources.path("limits"));
            guaranteed &= limited.keySet().equals(COUNTED);
        }
        if (requests.isEmpty() && limits.isEmpty()) {
            return "BestEffort";
        }
        return guaranteed && isSame(requests, limits) ? "Guaranteed" : "Burstable";
    }

    private static List<JsonNode> resources(JsonNode pod) {
        if (Values.has(pod, "spec.resources")) {
            return List.of(Values.at(pod, "spec.resources"));
        }
        var all = new ArrayList<JsonNode>();
        Values.items(Values.at(pod, "spec.containers"))
                .forEach(container -> all.add(container.path("resources")));
        Values.items(Values.at(pod, "spec.initContainers"))
                .forEach(container -> all.add(container.path("resources")));
        return all;
    }

    private static void add(Map<String, Quantity> sum, JsonNode list) {
        for (var name : COUNTED) {
            var quantity = Quantity.of(list.path(name));
            if (quantity.amount().signum() > 0) {
                sum.merge(name, quantity, Quantity::plus);
            }
        }
    }

    private static boolean isSame(Map<String, Quantity> requests, Map<String, Quantity> limits) {
        return requests.keySet().equals(limits.keySet())
                && requests.entrySet().stream()
                        .allMatch(request ->
                                limits.getOrDefault(request.getKey(), Quantity.ZERO)
                                                .compareTo(request.getValue())
                                        == 0);
    }
}
