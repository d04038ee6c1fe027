package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.ChangeCommand.Expose;
import dev.kubechat.kubectl.PatchType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl expose}: makes the service that follows from an object, and from what was said of it. */
final class ExposeVerb {

    private static final Set<String> EXPOSED =
            Set.of("ReplicationController", "Service", "Pod", "Deployment", "ReplicaSet");
    private static final int LONGEST_NAME = 63;

    private final Sight sight;
    private final Alteration alteration;
    private final Expose command;

    ExposeVerb(Sight sight, Alteration alteration, Expose command) {
        this.sight = sight;
        this.alteration = alteration;
        this.command = command;
    }

    /** @throws No if no service can be made of it, or the server refuses */
    List<Planning> plan() {
        var services = sight.builtIn("services");
        return new Chosen(sight)
                .each(
                        command.selection(),
                        command.scope(),
                        seen ->
                                alteration.create(
                                        services,
                                        namespace(seen),
                                        overridden(service(seen)),
                                        "exposed",
                                        null));
    }

    private static String namespace(Seen seen) {
        return seen.namespace() == null ? "" : seen.namespace();
    }

    private ObjectNode overridden(ObjectNode service) {
        return overridden(
                sight,
                new Seen(sight.builtIn("services"), service),
                command.overrides(),
                command.overrideType());
    }

    /** @throws No if the overrides are no JSON, or do not fit */
    static ObjectNode overridden(Sight sight, Seen made, @Nullable String overrides, String type) {
        if (overrides == null) {
            return (ObjectNode) made.object();
        }
        try {
            return (ObjectNode)
                    LocalPatch.of(
                            sight,
                            made,
                            PatchType.valueOf(type.toUpperCase(Locale.ROOT)),
                            Reply.JSON.readTree(overrides));
        } catch (JacksonException noJson) {
            throw new No("The overrides are no JSON. Write them like {\"spec\": {}}.");
        }
    }

    private ObjectNode service(Seen seen) {
        if (!EXPOSED.contains(seen.resource().kind())) {
            throw No.saying(
                    "cannot expose a %s"
                            .formatted(
                                    seen.resource().kind()
                                            + (seen.resource().group().isEmpty()
                                                    ? ""
                                                    : "." + seen.resource().group())));
        }
        var asked = command.service();
        var name =
                seen.name().length() > LONGEST_NAME
                        ? seen.name().substring(0, LONGEST_NAME)
                        : seen.name();
        var service =
                Draft.of(
                        "v1",
                        "Service",
                        asked.name() == null ? name : asked.name(),
                        namespace(seen));
        Draft.put(
                Draft.metadata(service),
                "labels",
                asked.labels().isEmpty()
                        ? map(seen.object().path("metadata").path("labels"))
                        : asked.labels());
        var spec = service.putObject("spec");
        var selector = selector(seen);
        ports(spec, seen);
        Draft.put(spec, "selector", selector);
        Draft.put(spec, "clusterIP", asked.clusterIp());
        Draft.put(spec, "type", asked.type());
        if (asked.externalIp() != null) {
            spec.putArray("externalIPs").add(asked.externalIp());
        }
        Draft.put(spec, "sessionAffinity", asked.sessionAffinity());
        if ("LoadBalancer".equals(asked.type())) {
            Draft.put(spec, "loadBalancerIP", asked.loadBalancerIp());
        }
        service.putObject("status").putObject("loadBalancer");
        return service;
    }

    private Map<String, String> selector(Seen seen) {
        var typed = command.service().selector();
        if (typed != null) {
            var selector = new TreeMap<String, String>();
            for (var part : typed.split(",", -1)) {
                var pair = part.split("=", -1);
                if (pair.length != 2 || pair[0].isEmpty()) {
                    throw No.saying("unexpected label spec: %s".formatted(part));
                }
                selector.put(pair[0], pair[1]);
            }
            return selector;
        }
        var spec = seen.object().path("spec");
        var found =
                switch (seen.resource().kind()) {
                    case "Pod" -> map(seen.object().path("metadata").path("labels"));
                    case "Service", "ReplicationController" -> map(spec.path("selector"));
                    default ->
                            spec.path("selector").path("matchExpressions").isEmpty()
                                    ? map(spec.path("selector").path("matchLabels"))
                                    : Map.<String, String>of();
                };
        if (found.isEmpty()) {
            throw No.saying(
                    "couldn't retrieve selectors via --selector flag or introspection: "
                            + none(seen.resource().kind()));
        }
        return found;
    }

    private static String none(String kind) {
        return switch (kind) {
            case "Pod" -> "the pod has no labels and cannot be exposed";
            case "Service" -> "the service has no pod selector set";
            default ->
                    "invalid %s: no selectors, therefore cannot be exposed"
                            .formatted(kind.toLowerCase(Locale.ROOT));
        };
    }

    private static Map<String, String> map(JsonNode node) {
        var map = new TreeMap<String, String>();
        node.properties().forEach(one -> map.put(one.getKey(), one.getValue().asString("")));
        return map;
    }

    private void ports(ObjectNode spec, Seen seen) {
        var known = protocols(seen);
        var typed = command.service().port();
        var ports = typed == null ? List.copyOf(known.keySet()) : List.of(typed.split(","));
        if (ports.isEmpty()) {
            if (!"None".equals(command.service().clusterIp())) {
                throw No.saying("couldn't find port via --port flag or introspection");
            }
            return;
        }
        var list = spec.putArray("ports");
        for (var i = 0; i < ports.size(); i++) {
            var number = String.valueOf(Integer.parseInt(ports.get(i)));
            var protocols = known.getOrDefault(ports.get(i), Set.of("TCP"));
            var asked = command.service().protocol();
            var name = ports.size() > 1 ? "port-" + (i + 1) : "";
            if (asked != null) {
                port(list, name, number, asked);
            } else if (protocols.size() == 1) {
                port(list, name, number, protocols.iterator().next());
            } else {
                for (var protocol : protocols) {
                    var own = "port-%d-%s".formatted(i + 1, protocol.toLowerCase(Locale.ROOT));
                    port(list, own, number, protocol);
                }
            }
        }
    }

    private void port(ArrayNode list, String name, String number, String protocol) {
        var port = list.addObject();
        Draft.put(port, "name", name);
        port.put("protocol", protocol).put("port", Integer.parseInt(number));
        var target = command.service().targetPort();
        Draft.putNumberOrText(port, "targetPort", target == null ? number : target);
    }

    /** The ports that the object has, each with its protocols. */
    private static Map<String, Set<String>> protocols(Seen seen) {
        var found = new LinkedHashMap<String, Set<String>>();
        var spec = seen.object().path("spec");
        var ports = new ArrayList<JsonNode>();
        if (seen.resource().kind().equals("Service")) {
            spec.path("ports").forEach(ports::add);
        } else {
            PodTemplates.spec(seen)
                    .path("containers")
                    .forEach(container -> container.path("ports").forEach(ports::add));
        }
        for (var port : ports) {
            var number = port.path("containerPort").asInt(port.path("port").asInt(0));
            found.computeIfAbsent(String.valueOf(number), _ -> new LinkedHashSet<>())
                    .add(port.path("protocol").asString("TCP"));
        }
        return found;
    }
}
