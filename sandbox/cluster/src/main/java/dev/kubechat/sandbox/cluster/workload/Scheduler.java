package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gives each pod a node that can take it, far from its siblings and with most memory left, or says why none can. */
final class Scheduler implements Controller {
    private static final String COMPONENT = "default-scheduler";

    private final World world;

    Scheduler(World world) {
        this.world = world;
    }

    @Override
    public void reconcile() {
        world.list("pods").stream()
                .filter(pod ->
                        pod.text("/spec/nodeName").isEmpty()
                                && !pod.isBeingDeleted()
                                && !Pods.isOver(pod))
                .forEach(this::place);
    }

    private void place(KubeObject pod) {
        var nodes = world.list("nodes");
        var reasons = new TreeMap<String, Integer>();
        var fitting = new ArrayList<KubeObject>();
        for (var node : nodes) {
            var obstacles = unfit(pod, node);
            obstacles.forEach(reason -> reasons.merge(reason, 1, Integer::sum));
            if (obstacles.isEmpty()) {
                fitting.add(node);
            }
        }
        fitting.stream()
                .max(
                        Comparator.comparingLong((KubeObject node) -> -siblings(pod, node))
                                .thenComparing(node -> free(node, "memory"))
                                .thenComparing(KubeObject::name, Comparator.reverseOrder()))
                .ifPresentOrElse(node -> bind(pod, node), () -> refuse(pod, nodes.size(), reasons));
    }

    private List<String> unfit(KubeObject pod, KubeObject node) {
        if (Behaviour.of(pod) == Behaviour.PENDING) {
            return List.of("Insufficient memory");
        }
        if (node.at("/spec/unschedulable").asBoolean(false)) {
            return List.of("node(s) were unschedulable");
        }
        boolean selected =
                KubeObject.textMap(pod.at("/spec/nodeSelector")).entrySet().stream()
                        .allMatch(label ->
                                label.getValue().equals(node.labels().get(label.getKey())));
        if (!selected) {
            return List.of("node(s) didn't match Pod's node affinity/selector");
        }
        return List.of("cpu", "memory").stream()
                .filter(resource -> requested(pod, resource).compareTo(free(node, resource)) > 0)
                .map(resource -> "Insufficient " + resource)
                .toList();
    }

    /** Pods of the same owner go to different nodes as long as there are some. */
    private long siblings(KubeObject pod, KubeObject node) {
        return world.list("pods", pod.namespace()).stream()
                .filter(other -> other.text("/spec/nodeName").equals(node.name()))
                .filter(other -> other.controller().equals(pod.controller()))
                .count();
    }

    private BigDecimal free(KubeObject node, String resource) {
        var used =
                world.list("pods").stream()
                        .filter(pod ->
                                pod.text("/spec/nodeName").equals(node.name()) && !Pods.isOver(pod))
                        .map(pod -> requested(pod, resource))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Quantity.of(node.text("/status/allocatable/" + resource)).subtract(used);
    }

    private static BigDecimal requested(KubeObject pod, String resource) {
        return pod.items("/spec/containers").stream()
                .map(c -> Quantity.of(c.at("/resources/requests/" + resource).asString("0")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void bind(KubeObject pod, KubeObject node) {
        world.change(
                "pods",
                pod,
                json -> {
                    json.withObject("/spec").put("nodeName", node.name());
                    Conditions.set(
                            json.withObject("/status"),
                            PodStory.began(pod, world.now()),
                            new Conditions.Word("PodScheduled", true, "", ""));
                });
        if (PodStory.isFresh(pod, world.now())) {
            world.events()
                    .normal(
                            pod,
                            COMPONENT,
                            "Scheduled",
                            "Successfully assigned %s/%s to %s"
                                    .formatted(pod.namespace(), pod.name(), node.name()));
        }
    }

    private void refuse(KubeObject pod, int nodes, Map<String, Integer> reasons) {
        var told =
                reasons.entrySet().stream()
                        .map(r -> r.getValue() + " " + r.getKey())
                        .collect(Collectors.joining(", "));
        var message =
                "0/%d nodes are available: %s. preemption: 0/%d nodes are available: %d Preemption is not helpful for scheduling."
                        .formatted(nodes, told, nodes, nodes);
        boolean known =
                pod.items("/status/conditions").stream()
                        .anyMatch(c -> c.path("message").asString("").equals(message));
        if (!known) {
            world.change(
                    "pods",
                    pod,
                    json ->
                            Conditions.set(
                                    json.withObject("/status"),
                                    PodStory.began(pod, world.now()),
                                    new Conditions.Word(
                                            "PodScheduled", false, "Unschedulable", message)));
            if (pod.items("/status/conditions").isEmpty()) {
                PodStory.repeated(world, pod, COMPONENT, "FailedScheduling", message);
            } else {
                world.events().warning(pod, COMPONENT, "FailedScheduling", message);
            }
        }
    }
}
