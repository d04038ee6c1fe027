package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Pods;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.pod.DebugContainer;
import dev.kubechat.kubectl.PodCommand.Debug;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** {@code kubectl debug} of a pod that runs: one more container in it, which nobody takes out again. */
final class DebugVerb {

    private final Sight sight;
    private final Alteration alteration;
    private final Debug debug;

    DebugVerb(Sight sight, Alteration alteration, Debug debug) {
        this.sight = sight;
        this.alteration = alteration;
        this.debug = debug;
    }

    /** @throws No if somebody would have to type, it is about something else than a pod, or the server refuses */
    List<Planning> plan() {
        if (debug.terminal().attaches() || debug.terminal().stdin() || debug.terminal().tty()) {
            throw new No(
                    "Nobody can type into a container here: leave out -i, -t and --attach, give it"
                        + " its program behind --, and read what it writes with kubectl logs -c.");
        }
        if (debug.debug().copy() != null) {
            throw new No(
                    "Copies of pods for debugging are not made here. Debug the pod itself, without"
                            + " --copy-to.");
        }
        if (debug.debug().custom() != null) {
            throw new No("A profile out of a file is not read here. Take one of --profile.");
        }
        return new Chosen(sight)
                .objects(debug.selection(), debug.scope()).stream().map(this::plan).toList();
    }

    private Planning plan(Seen pod) {
        if (!pod.resource().is("pods", "")) {
            throw new No(
                    "Only pods are debugged here, and %s is none. On a node, look with kubectl describe node and at the logs of the pods there."
                            .formatted(pod.called()));
        }
        var taken = new HashSet<>(Pods.containers(pod.object()));
        var asked = debug.debug().container();
        var name =
                asked == null
                        ? DebugContainer.name(
                                pod.object().path("metadata").path("uid").asString(""), taken)
                        : asked;
        if (taken.contains(name)) {
            throw new No(
                    "Pod %s has a container %s already. Take another name with --container."
                            .formatted(pod.name(), name));
        }
        return alteration.change(
                pod,
                Alteration.MERGE,
                DebugContainer.patch(pod.object(), container(name)).toString(),
                "ephemeralcontainers",
                "",
                "");
    }

    private ObjectNode container(String name) {
        var options = debug.debug();
        var container = Reply.JSON.createObjectNode().put("name", name);
        container.put("image", options.image());
        Draft.put(container, "imagePullPolicy", options.pullPolicy());
        if (!options.variables().isEmpty()) {
            var variables = container.putArray("env");
            options.variables()
                    .forEach((variable, value) ->
                            Draft.put(variables.addObject().put("name", variable), "value", value));
        }
        Draft.put(container, options.argumentsOnly() ? "args" : "command", debug.program());
        container.put("terminationMessagePolicy", "File");
        Draft.put(container, "targetContainerName", options.target());
        DebugContainer.grant(container, options.profile());
        return container;
    }
}
