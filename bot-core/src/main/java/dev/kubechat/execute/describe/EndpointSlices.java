package dev.kubechat.execute.describe;

import dev.kubechat.execute.describe.Window.Resource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Where a service's traffic goes. */
final class EndpointSlices {

    private static final Resource SLICES = new Resource("discovery.k8s.io", "v1", "endpointslices");
    private static final int SHOWN = 3;

    private final List<String> shown = new ArrayList<>();
    private boolean more;
    private int count;

    private EndpointSlices() {}

    /** @throws NotShown if they may not be seen */
    static List<JsonNode> of(Window window, String namespace, String service) {
        return window.list(SLICES, namespace, "kubernetes.io/service-name=" + service, null);
    }

    /** The first three ready addresses behind a port's name, which may be empty. */
    static String text(List<JsonNode> slices, String port) {
        if (slices.isEmpty()) {
            return Values.NONE;
        }
        var endpoints = new EndpointSlices();
        for (var slice : slices) {
            var ports = Values.items(slice.path("ports"));
            if (ports.isEmpty()) {
                endpoints.add(slice, "");
            }
            for (var candidate : ports) {
                if (Values.text(candidate, "name").equals(port)) {
                    endpoints.add(slice, ":" + Values.number(candidate, "port"));
                }
            }
        }
        var text = String.join(",", endpoints.shown);
        return endpoints.more ? "%s + %d more...".formatted(text, endpoints.count - SHOWN) : text;
    }

    private void add(JsonNode slice, String port) {
        for (var endpoint : Values.items(slice.path("endpoints"))) {
            if (shown.size() == SHOWN) {
                more = true;
            }
            if (Values.has(endpoint, "conditions.ready")
                    && !Values.flag(endpoint, "conditions.ready")) {
                continue;
            }
            if (!more) {
                var address = Values.text(endpoint.path("addresses").path(0));
                shown.add(
                        !port.isEmpty() && address.contains(":")
                                ? "[" + address + "]" + port
                                : address + port);
            }
            count++;
        }
    }
}
