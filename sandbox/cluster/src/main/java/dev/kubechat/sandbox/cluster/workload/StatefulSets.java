package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** Keeps numbered pods: begun in order, ended in reverse, replaced one by one from the highest number down. */
final class StatefulSets implements Controller {
    private static final String STATEFUL_SETS = "statefulsets.apps";
    private static final String HASH = "controller-revision-hash";
    private static final String COMPONENT = "statefulset-controller";

    private final World world;
    private final PodMaker pods;
    private final Revisions revisions;

    StatefulSets(World world) {
        this.world = world;
        this.pods = new PodMaker(world);
        this.revisions = new Revisions(world);
    }

    @Override
    public void reconcile() {
        world.list(STATEFUL_SETS).stream()
                .filter(set -> !set.isBeingDeleted())
                .forEach(this::reconcile);
    }

    private void reconcile(KubeObject set) {
        var revision = revisions.of(set);
        int wanted = set.number("/spec/replicas", 1);
        if (!grow(set, revision, wanted)) {
            var all = Owned.by(world, set, "pods");
            if (all.stream().noneMatch(KubeObject::isBeingDeleted)) {
                shrinkOrRenew(set, revision, wanted, all);
            }
        }
        status(set, revision, Owned.by(world, set, "pods"));
    }

    /** @return whether it still waits for one of its pods */
    private boolean grow(KubeObject set, String revision, int wanted) {
        boolean ordered = !set.text("/spec/podManagementPolicy").equals("Parallel");
        for (int ordinal = 0; ordinal < wanted; ordinal++) {
            var name = set.name() + "-" + ordinal;
            var pod = world.find("pods", set.namespace(), name);
            if (pod.isEmpty()) {
                create(set, revision, ordinal);
            } else if (pod.filter(Pods::isOver).isPresent()) {
                world.delete("pods", pod.get());
            }
            if (ordered
                    && world.find("pods", set.namespace(), name).filter(Pods::isReady).isEmpty()) {
                return pod.filter(p ->
                                !p.labels().getOrDefault(HASH, "").equals(revision)
                                        && !p.isBeingDeleted())
                        .isEmpty();
            }
        }
        return false;
    }

    private void create(KubeObject set, String revision, int ordinal) {
        var name = set.name() + "-" + ordinal;
        set.items("/spec/volumeClaimTemplates")
                .forEach(template -> {
                    var claim = template.at("/metadata/name").asString("data") + "-" + name;
                    if (world.find("persistentvolumeclaims", set.namespace(), claim).isEmpty()) {
                        var json =
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("kind", "PersistentVolumeClaim")
                                        .put("apiVersion", "v1");
                        json.putObject("metadata")
                                .put("name", claim)
                                .put("namespace", set.namespace());
                        json.withObject("/metadata")
                                .set("labels", set.at("/spec/selector/matchLabels").deepCopy());
                        json.set("spec", template.path("spec").deepCopy());
                        var born = set.annotation(World.BORN);
                        if (!born.isEmpty()) {
                            json.withObject("/metadata").put("creationTimestamp", born);
                        }
                        json.putObject("status").put("phase", "Pending");
                        world.create("persistentvolumeclaims", json);
                    }
                });
        pods.make(
                set,
                name,
                pod -> {
                    pod.withObject("/metadata")
                            .withObject("/labels")
                            .put(HASH, revision)
                            .put("statefulset.kubernetes.io/pod-name", name)
                            .put("apps.kubernetes.io/pod-index", Integer.toString(ordinal));
                    pod.withObject("/spec")
                            .put("hostname", name)
                            .put("subdomain", set.text("/spec/serviceName"));
                });
        if (set.annotation(World.BORN).isEmpty()) {
            world.events()
                    .normal(
                            set,
                            COMPONENT,
                            "SuccessfulCreate",
                            "create Pod %s in StatefulSet %s successful"
                                    .formatted(name, set.name()));
        }
    }

    private void shrinkOrRenew(KubeObject set, String revision, int wanted, List<KubeObject> all) {
        var fromLast =
                all.stream()
                        .sorted(Comparator.comparingInt(StatefulSets::ordinal).reversed())
                        .toList();
        fromLast.stream()
                .filter(pod -> ordinal(pod) >= wanted)
                .findFirst()
                .or(() -> outdated(set, revision, fromLast))
                .ifPresent(pod -> {
                    world.delete("pods", pod);
                    world.events()
                            .normal(
                                    set,
                                    COMPONENT,
                                    "SuccessfulDelete",
                                    "delete Pod %s in StatefulSet %s successful"
                                            .formatted(pod.name(), set.name()));
                });
    }

    private static Optional<KubeObject> outdated(
            KubeObject set, String revision, List<KubeObject> fromLast) {
        if (set.text("/spec/updateStrategy/type").equals("OnDelete")) {
            return Optional.empty();
        }
        int partition = set.number("/spec/updateStrategy/rollingUpdate/partition", 0);
        return fromLast.stream()
                .filter(pod ->
                        ordinal(pod) >= partition
                                && !pod.labels().getOrDefault(HASH, "").equals(revision))
                .findFirst();
    }

    private void status(KubeObject set, String revision, List<KubeObject> all) {
        int ready = (int) all.stream().filter(Pods::isReady).count();
        int updated =
                (int)
                        all.stream()
                                .filter(pod -> pod.labels().getOrDefault(HASH, "").equals(revision))
                                .count();
        boolean complete = updated == set.number("/spec/replicas", 1) && updated == all.size();
        world.change(
                STATEFUL_SETS,
                set,
                json -> {
                    var status =
                            json.withObject("/status")
                                    .put(
                                            "observedGeneration",
                                            set.number("/metadata/generation", 1));
                    status.put("replicas", all.size());
                    DeploymentStatus.count(status, "readyReplicas", ready);
                    status.put("availableReplicas", ready);
                    DeploymentStatus.count(status, "updatedReplicas", updated);
                    DeploymentStatus.count(
                            status, "currentReplicas", complete ? updated : all.size() - updated);
                    status.put("updateRevision", revision);
                    if (complete || !status.has("currentRevision")) {
                        status.put("currentRevision", revision);
                    }
                });
    }

    private static int ordinal(KubeObject pod) {
        var number = pod.name().substring(pod.name().lastIndexOf('-') + 1);
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
    }
}
