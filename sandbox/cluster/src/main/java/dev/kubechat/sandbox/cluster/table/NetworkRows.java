package dev.kubechat.sandbox.cluster.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Services, their endpoints, and ingresses. */
final class NetworkRows {
    private static final int SHOWN = 3;

    private NetworkRows() {}

    static List<Object> service(Cells row) {
        return Cells.row(
                row.name(),
                row.text("/spec/type"),
                row.text("/spec/clusterIP", Cells.NONE),
                externalAddress(row),
                ports(row),
                row.age(),
                row.pairs("/spec/selector"));
    }

    private static String externalAddress(Cells row) {
        var own =
                row.object().items("/spec/externalIPs").stream()
                        .map(ip -> ip.asString(""))
                        .toList();
        return switch (row.text("/spec/type")) {
            case "ExternalName" -> row.text("/spec/externalName");
            case "LoadBalancer" -> {
                var all = new ArrayList<>(addresses(row));
                all.addAll(own);
                yield all.isEmpty() ? "<pending>" : String.join(",", all);
            }
            default -> own.isEmpty() ? Cells.NONE : String.join(",", own);
        };
    }

    private static String ports(Cells row) {
        var ports =
                row.object().items("/spec/ports").stream()
                        .map(NetworkRows::port)
                        .collect(Collectors.joining(","));
        return ports.isEmpty() ? Cells.NONE : ports;
    }

    private static String port(JsonNode port) {
        int node = port.path("nodePort").asInt(0);
        return "%d%s/%s"
                .formatted(
                        port.path("port").asInt(0),
                        node > 0 ? ":" + node : "",
                        port.path("protocol").asString("TCP"));
    }

    static List<Object> endpoints(Cells row) {
        var all = new ArrayList<String>();
        for (var subset : row.object().items("/subsets")) {
            for (var port : subset.path("ports")) {
                subset.path("addresses")
                        .forEach(address ->
                                all.add(
                                        address.path("ip").asString("")
                                                + ":"
                                                + port.path("port").asInt(0)));
            }
            if (subset.path("ports").isEmpty()) {
                subset.path("addresses")
                        .forEach(address -> all.add(address.path("ip").asString("")));
            }
        }
        return Cells.row(row.name(), all.isEmpty() ? Cells.NONE : shortened(all), row.age());
    }

    private static String shortened(List<String> all) {
        return all.size() <= SHOWN
                ? String.join(",", all)
                : "%s + %d more..."
                        .formatted(String.join(",", all.subList(0, SHOWN)), all.size() - SHOWN);
    }

    static List<Object> ingress(Cells row) {
        var hosts =
                row.object().items("/spec/rules").stream()
                        .map(rule -> rule.path("host").asString(""))
                        .filter(host -> !host.isEmpty())
                        .toList();
        return Cells.row(
                row.name(),
                row.text("/spec/ingressClassName", Cells.NONE),
                hosts.isEmpty() ? "*" : shortened(hosts),
                String.join(",", addresses(row)),
                row.object().items("/spec/tls").isEmpty() ? "80" : "80, 443",
                row.age());
    }

    private static List<String> addresses(Cells row) {
        return row.object().items("/status/loadBalancer/ingress").stream()
                .map(i -> i.path("ip").asString(i.path("hostname").asString("")))
                .sorted()
                .toList();
    }
}
