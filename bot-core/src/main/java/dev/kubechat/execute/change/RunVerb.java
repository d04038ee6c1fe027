package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.PodCommand.Run;
import dev.kubechat.kubectl.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl run} of a program that nobody stays with: makes a pod, and a service in front of it if that is asked for. */
final class RunVerb {

    private final Sight sight;
    private final Alteration alteration;
    private final Run run;

    RunVerb(Sight sight, Alteration alteration, Run run) {
        this.sight = sight;
        this.alteration = alteration;
        this.run = run;
    }

    /** @throws No if somebody would have to stay with it, or the server refuses */
    List<Planning> plan() {
        if (run.terminal().attaches() || run.terminal().stdin() || run.terminal().tty()) {
            throw new No(
                    "A chat cannot stay with a program: leave out -i, -t and --attach, and read"
                            + " what it writes with kubectl logs %s."
                                    .formatted(run.object().name()));
        }
        if (run.remove()) {
            throw No.saying("--rm should only be used for attached containers");
        }
        var namespace = run.scope() instanceof Scope.In(var in) ? in.value() : null;
        var plannings = new ArrayList<Planning>();
        if (run.expose()) {
            plannings.add(
                    alteration.create(
                            sight.builtIn("services"),
                            namespace,
                            service(namespace),
                            "created",
                            null));
        }
        var pod =
                ExposeVerb.overridden(
                        sight,
                        new Seen(sight.builtIn("pods"), pod(namespace)),
                        run.pod().overrides(),
                        run.pod().overrideType());
        plannings.add(alteration.create(sight.builtIn("pods"), namespace, pod, "created", null));
        return plannings;
    }

    private ObjectNode pod(@Nullable String namespace) {
        var asked = run.pod();
        var name = run.object().name();
        var pod = Draft.of("v1", "Pod", name, namespace);
        Draft.put(Draft.metadata(pod), "labels", labels());
        Draft.put(Draft.metadata(pod), "annotations", pairs(asked.annotations()));
        var spec = pod.putObject("spec");
        var container =
                spec.putArray("containers")
                        .addObject()
                        .put("name", name)
                        .put("image", asked.image());
        Draft.put(container, run.asCommand() ? "command" : "args", run.program());
        if (asked.port() != null) {
            var ports = container.putArray("ports");
            ports.addObject().put("containerPort", port(asked.port()));
        }
        if (!asked.variables().isEmpty()) {
            var variables = container.putArray("env");
            asked.variables()
                    .forEach(typed -> {
                        var pair = typed.split("=", 2);
                        var variable = variables.addObject().put("name", pair[0]);
                        Draft.put(variable, "value", pair[1]);
                    });
        }
        container.putObject("resources");
        Draft.put(container, "imagePullPolicy", asked.pullPolicy());
        if (asked.privileged()) {
            container.putObject("securityContext").put("privileged", true);
        }
        spec.put("restartPolicy", asked.restart() == null ? "Always" : asked.restart());
        spec.put("dnsPolicy", "ClusterFirst");
        pod.putObject("status");
        return pod;
    }

    private Map<String, String> labels() {
        var asked = run.pod().labels();
        return asked.isEmpty() ? Map.of("run", run.object().name()) : asked;
    }

    private static Map<String, String> pairs(List<String> typed) {
        var pairs = new TreeMap<String, String>();
        typed.forEach(one -> {
            var pair = one.split("=", 2);
            pairs.put(pair[0], pair[1]);
        });
        return pairs;
    }

    private static int port(String typed) {
        if (!typed.matches("[+-]?[0-9]{1,9}")) {
            throw No.saying("strconv.Atoi: parsing \"%s\": invalid syntax".formatted(typed));
        }
        return Integer.parseInt(typed);
    }

    private ObjectNode service(@Nullable String namespace) {
        var typed = run.pod().port();
        if (typed == null) {
            throw No.saying("--port must be set when exposing a service");
        }
        var service = Draft.of("v1", "Service", run.object().name(), namespace);
        Draft.put(Draft.metadata(service), "labels", run.pod().labels());
        var spec = service.putObject("spec");
        spec.putArray("ports")
                .addObject()
                .put("protocol", "TCP")
                .put("port", port(typed))
                .put("targetPort", port(typed));
        Draft.put(spec, "selector", labels());
        service.putObject("status").putObject("loadBalancer");
        return service;
    }
}
