package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.CreateServices;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects of {@code kubectl create service} and {@code ingress}. */
final class NewServices {

    private final @Nullable String namespace;

    /** @param namespace null leaves it out */
    NewServices(@Nullable String namespace) {
        this.namespace = namespace;
    }

    /** @throws No if a port is none */
    ObjectNode of(CreateServices command) {
        return switch (command) {
            case CreateServices.ClusterIp service ->
                    service(command, "ClusterIP", service.ports(), 0, service.clusterIp(), null);
            case CreateServices.NodePort service ->
                    service(
                            command,
                            "NodePort",
                            service.ports(),
                            service.nodePort() == null ? 0 : service.nodePort(),
                            null,
                            null);
            case CreateServices.LoadBalancer service ->
                    service(command, "LoadBalancer", service.ports(), 0, null, null);
            case CreateServices.ExternalName service ->
                    service(
                            command,
                            "ExternalName",
                            service.ports(),
                            0,
                            null,
                            service.externalName());
            case CreateServices.Ingress ingress -> ingress(ingress);
        };
    }

    private ObjectNode service(
            CreateServices command,
            String type,
            List<String> ports,
            int nodePort,
            @Nullable String clusterIp,
            @Nullable String externalName) {
        var name = command.object().name();
        var service = Draft.of("v1", "Service", name, namespace);
        Draft.metadata(service).putObject("labels").put("app", name);
        var spec = service.putObject("spec");
        if (!ports.isEmpty()) {
            var list = spec.putArray("ports");
            ports.forEach(port -> port(list, port, nodePort));
        }
        spec.putObject("selector").put("app", name);
        Draft.put(spec, "clusterIP", clusterIp);
        spec.put("type", type);
        Draft.put(spec, "externalName", externalName);
        service.putObject("status").putObject("loadBalancer");
        return service;
    }

    private static void port(ArrayNode list, String typed, int nodePort) {
        var parts = typed.split(":", 2);
        var port =
                list.addObject()
                        .put("name", typed.replace(':', '-'))
                        .put("protocol", "TCP")
                        .put("port", Integer.parseInt(parts[0]));
        var target = parts.length > 1 ? parts[1] : parts[0];
        if (!target.matches("[0-9]+") && !target.matches(".*[a-z].*")) {
            throw No.saying("must contain at least one letter (a-z)");
        }
        var number = parts.length > 1 && target.matches("[0-9]+") ? Integer.parseInt(target) : 1;
        if (number < 1 || number > 65_535) {
            throw No.saying("must be between 1 and 65535, inclusive");
        }
        Draft.putNumberOrText(port, "targetPort", target);
        if (nodePort != 0) {
            port.put("nodePort", nodePort);
        }
    }

    private ObjectNode ingress(CreateServices.Ingress command) {
        var ingress =
                Draft.of("networking.k8s.io/v1", "Ingress", command.object().name(), namespace);
        Draft.put(Draft.metadata(ingress), "annotations", annotations(command.annotations()));
        var spec = ingress.putObject("spec");
        Draft.put(spec, "ingressClassName", command.ingressClass());
        if (command.defaultBackend() != null) {
            backend(spec.putObject("defaultBackend"), command.defaultBackend());
        }
        tls(spec, command.rules());
        rules(spec, command.rules());
        ingress.putObject("status").putObject("loadBalancer");
        return ingress;
    }

    private static Map<String, String> annotations(List<String> typed) {
        var annotations = new java.util.TreeMap<String, String>();
        typed.forEach(one -> {
            var parts = one.split("=", 2);
            annotations.put(parts[0], parts[1]);
        });
        return annotations;
    }

    /** A secret takes all hosts that name it, and each host counts once. */
    private static void tls(ObjectNode spec, List<String> rules) {
        var bySecret = new LinkedHashMap<String, Set<String>>();
        var seen = new LinkedHashSet<String>();
        for (var rule : rules) {
            var parts = rule.split(",", -1);
            var host = rule.split("/", 2)[0];
            if (parts.length == 2 && seen.add(host)) {
                var secret = parts[1].split("=", -1);
                var hosts =
                        bySecret.computeIfAbsent(
                                secret.length > 1 ? secret[1] : "", _ -> new LinkedHashSet<>());
                hosts.add(host);
            }
        }
        bySecret.forEach((secret, hosts) -> {
            hosts.remove("");
            if (!secret.isEmpty() || !hosts.isEmpty()) {
                var list = spec.path("tls") instanceof ArrayNode a ? a : spec.putArray("tls");
                var tls = list.addObject();
                Draft.put(tls, "hosts", List.copyOf(hosts));
                Draft.put(tls, "secretName", secret);
            }
        });
    }

    private static void rules(ObjectNode spec, List<String> rules) {
        var byHost = new LinkedHashMap<String, ArrayNode>();
        for (var rule : rules) {
            var parts = rule.split(",", 2)[0].split("/", 2);
            var target = parts.length > 1 ? parts[1].split("=", -1) : new String[0];
            if (target.length < 2 || !target[1].contains(":")) {
                throw No.saying(
                        "rule %s is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]"
                                .formatted(rule));
            }
            path(byHost.computeIfAbsent(parts[0], host -> paths(spec, host)), target);
        }
    }

    private static ArrayNode paths(ObjectNode spec, String host) {
        var list = spec.path("rules") instanceof ArrayNode there ? there : spec.putArray("rules");
        var rule = list.addObject();
        Draft.put(rule, "host", host);
        return rule.putObject("http").putArray("paths");
    }

    private static void path(ArrayNode paths, String[] target) {
        var path = "/" + target[0];
        var prefix = path.endsWith("*");
        var node = paths.addObject();
        node.put("path", prefix ? path.substring(0, path.length() - 1) : path);
        node.put("pathType", prefix ? "Prefix" : "Exact");
        backend(node.putObject("backend"), target[1]);
    }

    private static void backend(ObjectNode backend, String typed) {
        var parts = typed.split(":", -1);
        var service = backend.putObject("service").put("name", parts[0]);
        var port = service.putObject("port");
        if (parts[1].matches("[0-9]{1,9}")) {
            port.put("number", Integer.parseInt(parts[1]));
        } else {
            port.put("name", parts[1]);
        }
    }
}
