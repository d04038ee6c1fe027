package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a deployment says of itself, counted from its replica sets. */
final class DeploymentStatus {
    private DeploymentStatus() {}

    static void update(
            World world,
            KubeObject deployment,
            Optional<KubeObject> current,
            List<KubeObject> sets) {
        int wanted = deployment.number("/spec/replicas", 1);
        int updated =
                current.flatMap(set ->
                                sets.stream().filter(s -> s.uid().equals(set.uid())).findFirst())
                        .map(set -> set.number("/status/replicas", 0))
                        .orElse(0);
        int all = sum(sets, "/status/replicas");
        int available = sum(sets, "/status/availableReplicas");
        world.change(
                "deployments.apps",
                deployment,
                json -> {
                    var status = json.withObject("/status");
                    status.put("observedGeneration", deployment.number("/metadata/generation", 1));
                    count(status, "replicas", all);
                    count(status, "updatedReplicas", updated);
                    count(status, "readyReplicas", sum(sets, "/status/readyReplicas"));
                    count(status, "availableReplicas", available);
                    count(
                            status,
                            "unavailableReplicas",
                            Math.max(0, Math.max(all, wanted) - available));
                    boolean enough = available >= wanted - (wanted > 1 ? wanted / 4 : 0);
                    Conditions.set(
                            status,
                            world.now(),
                            new Conditions.Word(
                                    "Available",
                                    enough,
                                    enough
                                            ? "MinimumReplicasAvailable"
                                            : "MinimumReplicasUnavailable",
                                    enough
                                            ? "Deployment has minimum availability."
                                            : "Deployment does not have minimum availability."));
                    var set = current.map(KubeObject::name).orElse("");
                    boolean complete = updated == wanted && all == wanted && available == wanted;
                    Conditions.set(
                            status,
                            world.now(),
                            new Conditions.Word(
                                    "Progressing",
                                    true,
                                    complete ? "NewReplicaSetAvailable" : "ReplicaSetUpdated",
                                    "ReplicaSet \"%s\" %s"
                                            .formatted(
                                                    set,
                                                    complete
                                                            ? "has successfully progressed."
                                                            : "is progressing.")));
                });
    }

    private static int sum(List<KubeObject> sets, String pointer) {
        return sets.stream().mapToInt(set -> set.number(pointer, 0)).sum();
    }

    /** The API leaves out counts of zero. */
    static void count(ObjectNode status, String field, int count) {
        if (count == 0) {
            status.remove(field);
        } else {
            status.put(field, count);
        }
    }
}
