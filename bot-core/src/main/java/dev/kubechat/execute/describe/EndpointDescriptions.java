package dev.kubechat.execute.describe;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** {@code kubectl describe endpoints} and {@code endpointslice}. */
final class EndpointDescriptions {

    private EndpointDescriptions() {}

    static void endpoints(Subject endpoints, Page page) {
        WorkloadDescriptions.names(endpoints, page);
        WorkloadDescriptions.labels(endpoints, page);
        page.write(0, "Subsets:\n");
        for (var subset : Values.items(endpoints.at("subsets"))) {
            page.field(1, "Addresses", addresses(subset.path("addresses")));
            page.field(1, "NotReadyAddresses", addresses(subset.path("notReadyAddresses")));
            var ports = Values.items(subset.path("ports"));
            if (!ports.isEmpty()) {
                page.write(1, "Ports:\n");
                page.write(2, "Name\tPort\tProtocol\n");
                page.write(2, "----\t----\t--------\n");
                ports.forEach(port -> page.write(2, port(port)));
            }
            page.write(0, "\n");
        }
        Happenings.print(endpoints, page);
    }

    private static String addresses(JsonNode addresses) {
        return Values.orNone(
                Values.items(addresses).stream()
                        .map(address -> Values.text(address, "ip"))
                        .collect(Collectors.joining(",")));
    }

    private static String port(JsonNode port) {
        var name = Values.text(port, "name");
        return "%s\t%s\t%s\n"
                .formatted(
                        name.isEmpty() ? Values.UNSET : name,
                        Values.text(port, "port", Values.UNSET),
                        Values.text(port, "protocol"));
    }

    static void slice(Subject slice, Page page) {
        WorkloadDescriptions.names(slice, page);
        WorkloadDescriptions.labels(slice, page);
        page.field("AddressType", slice.text("addressType"));
        var ports = Values.items(slice.at("ports"));
        if (ports.isEmpty()) {
            page.write(0, "Ports: <unset>\n");
        } else {
            page.write(0, "Ports:\n");
            page.write(1, "Name\tPort\tProtocol\n");
            page.write(1, "----\t----\t--------\n");
            ports.forEach(port -> page.write(1, port(port)));
        }
        var endpoints = Values.items(slice.at("endpoints"));
        page.write(0, endpoints.isEmpty() ? "Endpoints: <none>\n" : "Endpoints:\n");
        endpoints.forEach(endpoint -> endpoint(endpoint, page));
        Happenings.print(slice, page);
    }

    private static void endpoint(JsonNode endpoint, Page page) {
        page.field(
                1, "- Addresses", Values.orNone(Values.joined(endpoint.path("addresses"), ", ")));
        page.write(2, "Conditions:\n");
        page.field(3, "Ready", Values.text(endpoint, "conditions.ready", Values.UNSET));
        page.field(2, "Hostname", Values.text(endpoint, "hostname", Values.UNSET));
        if (Values.has(endpoint, "targetRef")) {
            page.field(
                    2,
                    "TargetRef",
                    Values.text(endpoint, "targetRef.kind")
                            + "/"
                            + Values.text(endpoint, "targetRef.name"));
        }
        page.field(2, "NodeName", Values.text(endpoint, "nodeName", Values.UNSET));
        page.field(2, "Zone", Values.text(endpoint, "zone", Values.UNSET));
    }
}
