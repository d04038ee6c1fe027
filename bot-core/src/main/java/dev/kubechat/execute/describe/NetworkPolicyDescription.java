package dev.kubechat.execute.describe;

import tools.jackson.databind.JsonNode;

/** {@code kubectl describe networkpolicy}. */
final class NetworkPolicyDescription {

    private static final String INDENT = "    ";

    private NetworkPolicyDescription() {}

    static void describe(Subject policy, Page page) {
        WorkloadDescriptions.names(policy, page);
        page.field("Created on", page.goTime(policy.at("metadata.creationTimestamp")));
        WorkloadDescriptions.labels(policy, page);
        page.write(0, "Spec:\n");
        page.write(1, "PodSelector: ");
        var selector = Selectors.text(policy.at("spec.podSelector"));
        page.write(
                2,
                (selector.isEmpty()
                                ? "<none> (Allowing the specific traffic to all pods in this"
                                        + " namespace)"
                                : selector)
                        + "\n");
        var types = Values.strings(policy.at("spec.policyTypes"));
        if (types.contains("Ingress")) {
            page.write(1, "Allowing ingress traffic:\n");
            rules(policy.at("spec.ingress"), page, "ingress", "From", "source");
        } else {
            page.write(1, "Not affecting ingress traffic\n");
        }
        if (types.contains("Egress")) {
            page.write(1, "Allowing egress traffic:\n");
            rules(policy.at("spec.egress"), page, "egress", "To", "destination");
        } else {
            page.write(1, "Not affecting egress traffic\n");
        }
        page.write(1, "Policy Types: " + Values.orNone(String.join(", ", types)) + "\n");
    }

    private static void rules(JsonNode rules, Page page, String way, String peer, String by) {
        var all = Values.items(rules);
        if (all.isEmpty()) {
            page.write(
                    0,
                    INDENT
                            + "<none> (Selected pods are isolated for %s connectivity)\n"
                                    .formatted(way));
        }
        for (var i = 0; i < all.size(); i++) {
            ports(all.get(i).path("ports"), page);
            peers(all.get(i).path(peer.equals("To") ? "to" : "from"), page, peer, by);
            if (i < all.size() - 1) {
                page.write(0, INDENT + "----------\n");
            }
        }
    }

    private static void ports(JsonNode ports, Page page) {
        if (Values.items(ports).isEmpty()) {
            page.write(0, INDENT + "To Port: <any> (traffic allowed to all ports)\n");
        }
        for (var port : Values.items(ports)) {
            var first = Values.text(port, "port", "<nil>");
            var protocol = Values.text(port, "protocol", "TCP");
            page.write(
                    0,
                    INDENT
                            + (Values.has(port, "endPort")
                                    ? "To Port Range: %s-%d/%s\n"
                                            .formatted(
                                                    first, Values.number(port, "endPort"), protocol)
                                    : "To Port: %s/%s\n".formatted(first, protocol)));
        }
    }

    private static void peers(JsonNode peers, Page page, String peer, String by) {
        if (Values.items(peers).isEmpty()) {
            page.write(
                    0, INDENT + "%s: <any> (traffic not restricted by %s)\n".formatted(peer, by));
        }
        for (var one : Values.items(peers)) {
            page.write(0, INDENT + peer + ":\n");
            selector(one, page, "namespaceSelector", "NamespaceSelector");
            selector(one, page, "podSelector", "PodSelector");
            if (!Values.has(one, "podSelector")
                    && !Values.has(one, "namespaceSelector")
                    && Values.has(one, "ipBlock")) {
                page.write(1, INDENT + "IPBlock:\n");
                page.write(2, INDENT + "CIDR: " + Values.text(one, "ipBlock.cidr") + "\n");
                page.write(
                        2,
                        INDENT
                                + "Except: "
                                + Values.joined(Values.at(one, "ipBlock.except"), ", ")
                                + "\n");
            }
        }
    }

    private static void selector(JsonNode peer, Page page, String field, String name) {
        if (Values.has(peer, field)) {
            page.write(1, INDENT + name + ": " + Selectors.shown(peer.path(field)) + "\n");
        }
    }
}
