package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import java.util.List;

/** Keeps one pod on each node that fits. */
final class DaemonSets implements Controller {
    private static final String DAEMON_SETS = "daemonsets.apps";
    private static final String HASH = "controller-revision-hash";
    private static final String COMPONENT = "daemonset-controller";

    private final World world;
    private final PodMaker pods;
    private final Revisions revisions;

    DaemonSets(World world) {
        this.world = world;
        this.pods = new PodMaker(world);
        this.revisions = new Revisions(world);
    }

    @Override
    public void reconcile() {
        world.list(DAEMON_SETS).stream()
                .filter(set -> !set.isBeingDeleted())
                .forEach(this::reconcile);
    }

    private void reconcile(KubeObject set) {
        var revision = revisions.of(set);
        var hash = revision.substring(revision.lastIndexOf('-') + 1);
        var wanted = KubeObject.textMap(set.at("/spec/template/spec/nodeSelector"));
        var nodes =
                world.list("nodes").stream()
                        .filter(node -> node.labels().entrySet().containsAll(wanted.entrySet()))
                        .toList();
        var all = Owned.by(world, set, "pods");
        for (var node : nodes) {
            if (all.stream().noneMatch(pod -> pod.text("/spec/nodeName").equals(node.name()))) {
                create(set, hash, node);
            }
        }
        var misplaced =
                all.stream()
                        .filter(pod ->
                                nodes.stream()
                                        .noneMatch(node ->
                                                node.name().equals(pod.text("/spec/nodeName"))))
                        .toList();
        misplaced.forEach(pod -> delete(set, pod));
        renew(set, hash, all);
        status(set, hash, nodes.size(), Pods.living(Owned.by(world, set, "pods")));
    }

    /** One at a time, and the next only when the last is ready. */
    private void renew(KubeObject set, String hash, List<KubeObject> all) {
        boolean settled =
                all.stream().noneMatch(KubeObject::isBeingDeleted)
                        && all.stream().filter(pod -> isOf(pod, hash)).allMatch(Pods::isReady);
        if (settled && !set.text("/spec/updateStrategy/type").equals("OnDelete")) {
            all.stream()
                    .filter(pod -> !isOf(pod, hash))
                    .findFirst()
                    .ifPresent(pod -> delete(set, pod));
        }
    }

    private void create(KubeObject set, String hash, KubeObject node) {
        var made =
                pods.make(
                        set,
                        pods.freeName(set),
                        pod -> {
                            pod.withObject("/metadata")
                                    .withObject("/labels")
                                    .put(HASH, hash)
                                    .put("pod-template-generation", "1");
                            pod.withObject("/spec").put("nodeName", node.name());
                        });
        if (set.annotation(World.BORN).isEmpty()) {
            world.events()
                    .normal(set, COMPONENT, "SuccessfulCreate", "Created pod: " + made.name());
        }
    }

    private void delete(KubeObject set, KubeObject pod) {
        world.delete("pods", pod);
        world.events().normal(set, COMPONENT, "SuccessfulDelete", "Deleted pod: " + pod.name());
    }

    private void status(KubeObject set, String hash, int wanted, List<KubeObject> living) {
        int ready = (int) living.stream().filter(Pods::isReady).count();
        int updated = (int) living.stream().filter(pod -> isOf(pod, hash)).count();
        world.change(
                DAEMON_SETS,
                set,
                json -> {
                    var status =
                            json.withObject("/status")
                                    .put(
                                            "observedGeneration",
                                            set.number("/metadata/generation", 1));
                    status.put("currentNumberScheduled", living.size())
                            .put("desiredNumberScheduled", wanted)
                            .put("numberMisscheduled", 0);
                    status.put("numberReady", ready);
                    DeploymentStatus.count(status, "numberAvailable", ready);
                    DeploymentStatus.count(status, "numberUnavailable", wanted - ready);
                    DeploymentStatus.count(status, "updatedNumberScheduled", updated);
                });
    }

    private static boolean isOf(KubeObject pod, String hash) {
        return pod.labels().getOrDefault(HASH, "").equals(hash);
    }
}
