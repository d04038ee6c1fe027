package dev.kubechat.execute.describe;

import dev.kubechat.execute.describe.Window.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** {@code kubectl describe ingress} and {@code ingressclass}. */
final class IngressDescriptions {

    private static final Resource SERVICES = new Resource("", "v1", "services");

    private final Subject ingress;
    private final Page page;
    private final Map<String, Behind> seen = new HashMap<>();

    private IngressDescriptions(Subject ingress, Page page) {
        this.ingress = ingress;
        this.page = page;
    }

    private sealed interface Behind {
        record Seen(List<JsonNode> slices, JsonNode service) implements Behind {}

        record Unseen(String why) implements Behind {}
    }

    static void ingress(Subject ingress, Page page) {
        new IngressDescriptions(ingress, page).print();
    }

    private void print() {
        page.field("Name", ingress.name());
        Pairs.labels(page, "Labels", ingress.labels());
        page.field("Namespace", ingress.namespace());
        page.field("Address", address());
        page.field(
                "Ingress Class",
                Values.text(ingress.object(), "spec.ingressClassName", Values.NONE));
        var otherwise =
                ingress.has("spec.defaultBackend")
                        ? backend(ingress.at("spec.defaultBackend"))
                        : "<default>";
        page.field("Default backend", otherwise);
        tls();
        page.write(0, "Rules:\n  Host\tPath\tBackends\n");
        page.write(1, "----\t----\t--------\n");
        rules(otherwise);
        Pairs.annotations(page, "Annotations", ingress.annotations());
        Happenings.print(ingress, page);
    }

    private String address() {
        var addresses = new TreeSet<String>();
        for (var balancer : Values.items(ingress.at("status.loadBalancer.ingress"))) {
            var ip = Values.text(balancer, "ip");
            addresses.add(ip.isEmpty() ? Values.text(balancer, "hostname") : ip);
        }
        addresses.remove("");
        return String.join(",", addresses);
    }

    private void tls() {
        var all = Values.items(ingress.at("spec.tls"));
        if (!all.isEmpty()) {
            page.write(0, "TLS:\n");
        }
        for (var tls : all) {
            var secret = Values.text(tls, "secretName");
            var hosts = Values.joined(tls.path("hosts"), ",");
            page.write(
                    1, (secret.isEmpty() ? "SNI routes " : secret + " terminates ") + hosts + "\n");
        }
    }

    private void rules(String otherwise) {
        var count = 0;
        for (var rule : Values.items(ingress.at("spec.rules"))) {
            if (!Values.has(rule, "http")) {
                continue;
            }
            count++;
            var host = Values.text(rule, "host");
            page.write(1, (host.isEmpty() ? "*" : host) + "\t\n");
            for (var path : Values.items(Values.at(rule, "http.paths"))) {
                page.write(
                        2,
                        "\t"
                                + Values.text(path, "path")
                                + " \t"
                                + backend(path.path("backend"))
                                + "\n");
            }
        }
        if (count == 0) {
            page.write(1, "*\t*\t" + otherwise + "\n");
        }
    }

    private String backend(JsonNode backend) {
        if (Values.has(backend, "service")) {
            return service(backend.path("service"));
        }
        return Values.has(backend, "resource")
                ? "APIGroup: %s, Kind: %s, Name: %s"
                        .formatted(
                                Values.text(backend, "resource.apiGroup", Values.NONE),
                                Values.text(backend, "resource.kind"),
                                Values.text(backend, "resource.name"))
                : "";
    }

    private String service(JsonNode backend) {
        var name = Values.text(backend, "name");
        var number = Values.number(backend, "port.number");
        var portName = Values.text(backend, "port.name");
        var shown = name + ":" + (number == 0 ? portName : String.valueOf(number));
        return switch (seen.computeIfAbsent(name, this::behind)) {
            case Behind.Unseen(var why) -> "%s (<error: %s>)".formatted(shown, why);
            case Behind.Seen(var slices, var service) ->
                    "%s (%s)"
                            .formatted(
                                    shown,
                                    EndpointSlices.text(slices, port(service, number, portName)));
        };
    }

    private Behind behind(String service) {
        try {
            var slices = EndpointSlices.of(ingress.window(), ingress.namespace(), service);
            return new Behind.Seen(
                    slices, ingress.window().get(SERVICES, ingress.namespace(), service));
        } catch (NotShown notSeen) {
            return new Behind.Unseen(notSeen.words());
        }
    }

    private static String port(JsonNode service, long number, String name) {
        var found = "";
        for (var port : Values.items(Values.at(service, "spec.ports"))) {
            if ((number != 0 && Values.number(port, "port") == number)
                    || (!name.isEmpty() && Values.text(port, "name").equals(name))) {
                found = Values.text(port, "name");
            }
        }
        return found;
    }

    static void ingressClass(Subject ingressClass, Page page) {
        page.field("Name", ingressClass.name());
        WorkloadDescriptions.labels(ingressClass, page);
        page.field("Controller", ingressClass.text("spec.controller"));
        if (ingressClass.has("spec.parameters")) {
            page.write(0, "Parameters:\n");
            page.fieldIfSet(1, "APIGroup", ingressClass.text("spec.parameters.apiGroup"));
            page.field(1, "Kind", ingressClass.text("spec.parameters.kind"));
            page.field(1, "Name", ingressClass.text("spec.parameters.name"));
        }
        Happenings.print(ingressClass, page);
    }
}
