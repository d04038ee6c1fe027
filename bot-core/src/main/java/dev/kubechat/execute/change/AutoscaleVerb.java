package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.ChangeCommand.Autoscale;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl autoscale}: makes an autoscaler for each object. */
final class AutoscaleVerb {

    private final Sight sight;
    private final Alteration alteration;
    private final Autoscale command;

    AutoscaleVerb(Sight sight, Alteration alteration, Autoscale command) {
        this.sight = sight;
        this.alteration = alteration;
        this.command = command;
    }

    /** @throws No if it has no replicas, or the server refuses */
    List<Planning> plan() {
        return new Chosen(sight).each(command.selection(), command.scope(), this::plan);
    }

    private Planning plan(Seen seen) {
        var target = seen.resource();
        if (!target.subresources().contains("scale")) {
            throw No.saying(
                    "cannot autoscale a %s: could not find scale subresource for %s, Resource=%s in discovery information"
                            .formatted(
                                    target.kind(),
                                    target.group() + "/" + target.version(),
                                    target.plural()));
        }
        var resource = sight.builtIn("horizontalpodautoscalers").at("v2");
        try {
            return alteration.create(
                    resource,
                    seen.namespace(),
                    autoscaler(seen),
                    alteration.isLocal() ? "created" : "autoscaled",
                    null);
        } catch (No no) {
            throw command.cpu() == null || command.memory() != null
                    ? new No(no.sentence(), onlyInThisVersion())
                    : no;
        }
    }

    // kubectl tries the older version then, and says why it cannot, or nearly so
    private String onlyInThisVersion() {
        return "error: failed to create autoscaling/v2 HPA and the configuration is incompatible with autoscaling/v1: %s\n"
                .formatted(command.cpu() == null ? "empty input" : "%!w(<nil>)");
    }

    private ObjectNode autoscaler(Seen seen) {
        var name = command.name() == null ? seen.name() : command.name();
        var autoscaler =
                Draft.of("autoscaling/v2", "HorizontalPodAutoscaler", name, seen.namespace());
        var spec = autoscaler.putObject("spec");
        spec.putObject("scaleTargetRef")
                .put("kind", seen.resource().kind())
                .put("name", seen.name())
                .put("apiVersion", seen.resource().apiVersion());
        if (command.min() != null) {
            spec.put("minReplicas", command.min().intValue());
        }
        spec.put("maxReplicas", command.max());
        var metrics = Reply.JSON.createArrayNode();
        if (command.cpuPercent() != null && command.cpuPercent() > 0) {
            target(metrics, "cpu", command.cpuPercent() + "%", "m");
        }
        target(metrics, "cpu", command.cpu(), "m");
        target(metrics, "memory", command.memory(), "Mi");
        if (!metrics.isEmpty()) {
            spec.set("metrics", metrics);
        }
        autoscaler.putObject("status").put("desiredReplicas", 0).putNull("currentMetrics");
        return autoscaler;
    }

    private static void target(
            ArrayNode metrics, String name, @Nullable String wanted, String unit) {
        if (wanted == null) {
            return;
        }
        var resource =
                metrics.addObject().put("type", "Resource").putObject("resource").put("name", name);
        var target = resource.putObject("target");
        if (wanted.endsWith("%")) {
            target.put("type", "Utilization");
            target.put(
                    "averageUtilization",
                    Integer.parseInt(wanted.substring(0, wanted.length() - 1)));
        } else {
            target.put("type", "AverageValue");
            target.put("averageValue", wanted.matches("[0-9]+") ? wanted + unit : wanted);
        }
    }
}
