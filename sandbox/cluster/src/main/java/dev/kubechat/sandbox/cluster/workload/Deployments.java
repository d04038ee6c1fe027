package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keeps one replica set for each template a deployment had, and rolls from the old ones to the new as its strategy allows. */
final class Deployments implements Controller {
    static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String DEPLOYMENTS = "deployments.apps";
    private static final String REPLICA_SETS = "replicasets.apps";
    private static final String HASH = "pod-template-hash";
    private static final String COMPONENT = "deployment-controller";

    private final World world;

    Deployments(World world) {
        this.world = world;
    }

    @Override
    public void reconcile() {
        world.list(DEPLOYMENTS).stream().filter(d -> !d.isBeingDeleted()).forEach(this::reconcile);
    }

    private void reconcile(KubeObject deployment) {
        var sets = Owned.by(world, deployment, REPLICA_SETS);
        var hash = PodMaker.hashOf(deployment);
        var current =
                sets.stream()
                        .filter(set -> set.labels().getOrDefault(HASH, "").equals(hash))
                        .findFirst();
        if (current.isEmpty() && !deployment.at("/spec/paused").asBoolean(false)) {
            current = Optional.of(begin(deployment, hash, sets));
        }
        var old =
                sets.stream()
                        .filter(set -> !set.labels().getOrDefault(HASH, "").equals(hash))
                        .toList();
        current.ifPresent(set -> roll(deployment, set, old));
        current.ifPresent(set -> keepRevision(deployment, set, old));
        forgetOldSets(deployment, old);
        DeploymentStatus.update(
                world, deployment, current, Owned.by(world, deployment, REPLICA_SETS));
    }

    private KubeObject begin(KubeObject deployment, String hash, List<KubeObject> sets) {
        var set =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", "ReplicaSet")
                        .put("apiVersion", "apps/v1");
        var metadata =
                set.putObject("metadata")
                        .put("name", deployment.name() + "-" + hash)
                        .put("namespace", deployment.namespace());
        metadata.set("labels", deployment.at("/spec/template/metadata/labels").deepCopy());
        metadata.withObject("/labels").put(HASH, hash);
        metadata.putObject("annotations").put(REVISION, Integer.toString(latestRevision(sets) + 1));
        var born = deployment.annotation(World.BORN);
        if (!born.isEmpty() && sets.isEmpty()) {
            metadata.withObject("/annotations").put(World.BORN, born);
            metadata.put("creationTimestamp", deployment.text("/metadata/creationTimestamp"));
        }
        Owned.own(set, deployment);
        var spec = set.putObject("spec");
        spec.put("replicas", 0);
        spec.set("selector", deployment.at("/spec/selector").deepCopy());
        spec.withObject("/selector").withObject("/matchLabels").put(HASH, hash);
        spec.set("template", deployment.at("/spec/template").deepCopy());
        spec.withObject("/template").withObject("/metadata").withObject("/labels").put(HASH, hash);
        set.putObject("status").put("replicas", 0);
        return world.create(REPLICA_SETS, set);
    }

    private void roll(KubeObject deployment, KubeObject current, List<KubeObject> old) {
        int wanted = deployment.number("/spec/replicas", 1);
        int oldTotal = old.stream().mapToInt(Deployments::replicas).sum();
        if (oldTotal == 0) {
            scale(deployment, current, wanted);
            return;
        }
        if (deployment.text("/spec/strategy/type").equals("Recreate")) {
            old.forEach(set -> scale(deployment, set, 0));
            if (old.stream().allMatch(set -> set.number("/status/replicas", 0) == 0)) {
                scale(deployment, current, wanted);
            }
            return;
        }
        int surge = share(deployment.at("/spec/strategy/rollingUpdate/maxSurge"), wanted, true);
        int away =
                share(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable"), wanted, false);
        if (surge == 0 && away == 0) {
            away = 1;
        }
        int room = wanted + surge - oldTotal - replicas(current);
        if (replicas(current) > wanted || room > 0) {
            scale(deployment, current, Math.min(wanted, replicas(current) + Math.max(0, room)));
        }
        shrink(deployment, current, old, wanted - away);
    }

    /** Takes old pods away, the broken ones first, as long as enough are available. */
    private void shrink(
            KubeObject deployment, KubeObject current, List<KubeObject> old, int leastAvailable) {
        int newUnavailable = replicas(current) - current.number("/status/availableReplicas", 0);
        int total = replicas(current) + old.stream().mapToInt(Deployments::replicas).sum();
        int spare = total - leastAvailable - newUnavailable;
        for (var set :
                old.stream().sorted(Comparator.comparingInt(Deployments::revision)).toList()) {
            int broken = replicas(set) - set.number("/status/availableReplicas", 0);
            int less = Math.clamp(spare, 0, broken);
            spare -= less;
            int available =
                    current.number("/status/availableReplicas", 0)
                            + old.stream()
                                    .mapToInt(s -> s.number("/status/availableReplicas", 0))
                                    .sum();
            int more =
                    Math.clamp(
                            Math.min(spare, available - leastAvailable), 0, replicas(set) - less);
            spare -= more;
            if (less + more > 0) {
                scale(deployment, set, replicas(set) - less - more);
            }
        }
    }

    private void scale(KubeObject deployment, KubeObject set, int to) {
        int from = replicas(set);
        if (from == to) {
            return;
        }
        world.change(REPLICA_SETS, set, json -> json.withObject("/spec").put("replicas", to));
        var message =
                "Scaled %s replica set %s from %d to %d"
                        .formatted(to > from ? "up" : "down", set.name(), from, to);
        var born = deployment.annotation(World.BORN);
        if (born.isEmpty()) {
            world.events().normal(deployment, COMPONENT, "ScalingReplicaSet", message);
        }
    }

    private void keepRevision(KubeObject deployment, KubeObject current, List<KubeObject> old) {
        int revision = Math.max(revision(current), latestRevision(old) + (old.isEmpty() ? 0 : 1));
        world.change(
                REPLICA_SETS,
                current,
                json -> annotate(json, REVISION, Integer.toString(revision)));
        world.change(
                DEPLOYMENTS,
                deployment,
                json -> annotate(json, REVISION, Integer.toString(revision)));
    }

    private void forgetOldSets(KubeObject deployment, List<KubeObject> old) {
        var empty =
                new ArrayList<>(
                        old.stream()
                                .filter(s ->
                                        replicas(s) == 0 && s.number("/status/replicas", 0) == 0)
                                .toList());
        empty.sort(Comparator.comparingInt(Deployments::revision));
        int excess = empty.size() - deployment.number("/spec/revisionHistoryLimit", 10);
        empty.stream().limit(Math.max(0, excess)).forEach(set -> world.delete(REPLICA_SETS, set));
    }

    private static int share(JsonNode value, int of, boolean up) {
        if (value.isNumber()) {
            return value.asInt(0);
        }
        var text = value.asString("0%");
        var digits = text.replace("%", "");
        double part = digits.matches("\\d{1,3}") ? Integer.parseInt(digits) * of / 100.0 : 0;
        return (int) (up ? Math.ceil(part) : Math.floor(part));
    }

    private static int replicas(KubeObject set) {
        return set.number("/spec/replicas", 0);
    }

    private static int latestRevision(List<KubeObject> sets) {
        return sets.stream().mapToInt(Deployments::revision).max().orElse(0);
    }

    private static int revision(KubeObject set) {
        var text = set.annotation(REVISION);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    static void annotate(ObjectNode json, String key, String value) {
        json.withObject("/metadata").withObject("/annotations").put(key, value);
    }
}
