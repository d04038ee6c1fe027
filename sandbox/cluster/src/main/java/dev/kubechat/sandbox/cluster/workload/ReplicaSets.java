package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import java.util.Comparator;
import java.util.List;

/** Keeps as many pods as a replica set wants. */
final class ReplicaSets implements Controller {
    private static final String REPLICA_SETS = "replicasets.apps";
    private static final String COMPONENT = "replicaset-controller";

    private final World world;
    private final PodMaker pods;

    ReplicaSets(World world) {
        this.world = world;
        this.pods = new PodMaker(world);
    }

    @Override
    public void reconcile() {
        world.list(REPLICA_SETS).stream()
                .filter(set -> !set.isBeingDeleted())
                .forEach(this::reconcile);
    }

    private void reconcile(KubeObject set) {
        var living = Pods.living(Owned.by(world, set, "pods"));
        int wanted = set.number("/spec/replicas", 0);
        for (int i = living.size(); i < wanted; i++) {
            var pod = pods.make(set, pods.freeName(set), json -> {});
            if (set.annotation(World.BORN).isEmpty()) {
                world.events()
                        .normal(set, COMPONENT, "SuccessfulCreate", "Created pod: " + pod.name());
            }
        }
        living.stream()
                .sorted(leastMissed())
                .limit(Math.max(0, living.size() - wanted))
                .forEach(pod -> {
                    world.delete("pods", pod);
                    world.events()
                            .normal(
                                    set,
                                    COMPONENT,
                                    "SuccessfulDelete",
                                    "Deleted pod: " + pod.name());
                });
        status(set, Pods.living(Owned.by(world, set, "pods")));
    }

    /** Pods that serve nobody go first, then the youngest. */
    private static Comparator<KubeObject> leastMissed() {
        return Comparator.comparing(Pods::isReady)
                .thenComparing(pod -> !pod.text("/spec/nodeName").isEmpty())
                .thenComparing(Comparator.comparing(KubeObject::created).reversed());
    }

    private void status(KubeObject set, List<KubeObject> living) {
        int ready = (int) living.stream().filter(Pods::isReady).count();
        world.change(
                REPLICA_SETS,
                set,
                json -> {
                    var status = json.withObject("/status").put("replicas", living.size());
                    DeploymentStatus.count(status, "fullyLabeledReplicas", living.size());
                    DeploymentStatus.count(status, "readyReplicas", ready);
                    DeploymentStatus.count(status, "availableReplicas", ready);
                    status.put("observedGeneration", set.number("/metadata/generation", 1));
                });
    }
}
