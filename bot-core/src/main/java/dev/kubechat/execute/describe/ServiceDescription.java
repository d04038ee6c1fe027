package dev.kubechat.execute.describe;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** {@code kubectl describe service}. */
final class ServiceDescription {

    private ServiceDescription() {}

    static void describe(Subject service, Page page) {
        var slices = slices(service);
        WorkloadDescriptions.names(service, page);
        WorkloadDescriptions.labels(service, page);
        page.field("Selector", Values.labels(service.at("spec.selector")));
        page.field("Type", service.text("spec.type"));
        addresses(service, page);
        for (var port : Values.items(service.at("spec.ports"))) {
            port(port, slices, page);
        }
        traffic(service, page);
        Happenings.print(service, page);
    }

    private static List<JsonNode> slices(Subject service) {
        try {
            return EndpointSlices.of(service.window(), service.namespace(), service.name());
        } catch (NotShown notSeen) {
            return List.of();
        }
    }

    private static void addresses(Subject service, Page page) {
        var spec = service.at("spec");
        page.fieldIfSet(0, "IP Family Policy", Values.text(spec, "ipFamilyPolicy"));
        page.field("IP Families", Values.orNone(Values.joined(spec.path("ipFamilies"), ",")));
        page.field("IP", Values.text(spec, "clusterIP"));
        page.field(
                "IPs",
                Values.items(spec.path("clusterIPs")).isEmpty()
                        ? Values.NONE
                        : Values.joined(spec.path("clusterIPs"), ","));
        page.fieldIfSet(0, "External IPs", Values.joined(spec.path("externalIPs"), ","));
        page.fieldIfSet(0, "Desired LoadBalancer IP", Values.text(spec, "loadBalancerIP"));
        page.fieldIfSet(0, "External Name", Values.text(spec, "externalName"));
        var balancers = Values.items(service.at("status.loadBalancer.ingress"));
        if (!balancers.isEmpty()) {
            page.field(
                    "LoadBalancer Ingress",
                    balancers.stream()
                            .map(ServiceDescription::balancer)
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String balancer(JsonNode balancer) {
        var ip = Values.text(balancer, "ip");
        if (ip.isEmpty()) {
            return Values.text(balancer, "hostname");
        }
        var mode = Values.text(balancer, "ipMode");
        return mode.isEmpty() ? ip : ip + " (" + mode + ")";
    }

    private static void port(JsonNode port, List<JsonNode> slices, Page page) {
        var name = Values.text(port, "name");
        var shown = name.isEmpty() ? Values.UNSET : name;
        var protocol = Values.text(port, "protocol");
        page.field("Port", shown + "\t" + Values.number(port, "port") + "/" + protocol);
        page.field("TargetPort", Values.text(port, "targetPort", "0") + "/" + protocol);
        page.fieldIfSet(0, "AppProtocol", Values.text(port, "appProtocol"));
        if (Values.number(port, "nodePort") != 0) {
            page.field("NodePort", shown + "\t" + Values.number(port, "nodePort") + "/" + protocol);
        }
        page.field("Endpoints", EndpointSlices.text(slices, name));
    }

    private static void traffic(Subject service, Page page) {
        var spec = service.at("spec");
        page.field("Session Affinity", Values.text(spec, "sessionAffinity"));
        page.fieldIfSet(0, "External Traffic Policy", Values.text(spec, "externalTrafficPolicy"));
        page.fieldIfSet(0, "Internal Traffic Policy", Values.text(spec, "internalTrafficPolicy"));
        if (Values.number(spec, "healthCheckNodePort") != 0) {
            page.field("HealthCheck NodePort", Values.number(spec, "healthCheckNodePort"));
        }
        page.fieldIfSet(
                0,
                "LoadBalancer Source Ranges",
                Values.joined(spec.path("loadBalancerSourceRanges"), ","));
        page.fieldIfSet(0, "Traffic Distribution", Values.text(spec, "trafficDistribution"));
    }
}
