package dev.kubechat.execute.hang;

import static dev.kubechat.execute.hang.Phrases.count;
import static dev.kubechat.execute.hang.Phrases.verb;

import dev.kubechat.execute.hang.Surroundings.Resource;
import dev.kubechat.execute.hang.Touch.Doing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What goes with an object, or is missed afterwards. */
final class Deletions {

    private static final Set<String> WORKLOADS =
            Set.of(
                    "Deployment",
                    "ReplicaSet",
                    "StatefulSet",
                    "DaemonSet",
                    "Job",
                    "ReplicationController");
    private static final Set<String> BUILT_IN = Set.of("", "apps", "batch");

    /** Of which others speak. */
    private static final Set<String> TOLD_ELSEWHERE =
            Set.of(
                    "PersistentVolumeClaim",
                    "PersistentVolume",
                    "ConfigMap",
                    "Secret",
                    "ServiceAccount",
                    "Role",
                    "ClusterRole",
                    "RoleBinding",
                    "ClusterRoleBinding");

    private static final List<Resource> COUNTED =
            List.of(
                    Resource.core("pods"),
                    Resource.apps("deployments"),
                    Resource.apps("statefulsets"),
                    Resource.core("services"),
                    Resource.core("persistentvolumeclaims"),
                    Resource.core("secrets"));
    private static final List<String> IN_WORDS =
            List.of("pod", "deployment", "stateful set", "service", "volume claim", "secret");

    private final Surroundings around;

    Deletions(Surroundings around) {
        this.around = around;
    }

    static boolean isAlready(Touch touch) {
        return touch.isDeletion() && touch.before().path("metadata").has("deletionTimestamp");
    }

    static boolean stopsPods(Touch touch) {
        return touch.doing() == Doing.DELETE && isWorkload(touch);
    }

    private static boolean isWorkload(Touch touch) {
        return WORKLOADS.contains(touch.kind()) && BUILT_IN.contains(touch.resource().group());
    }

    List<String> of(Touch touch) {
        if (!touch.isDeletion()) {
            return List.of();
        }
        if (isAlready(touch)) {
            return List.of("%s is being deleted already.".formatted(touch.called()));
        }
        var sentences = new ArrayList<String>();
        if (isWorkload(touch)) {
            sentences.addAll(ofWorkload(touch));
        } else if (!TOLD_ELSEWHERE.contains(touch.kind())) {
            sentences.addAll(ofThing(touch));
        }
        if (!touch.is("pods", "")) {
            again(touch).map(again -> again + ".").ifPresent(sentences::add);
        }
        return sentences;
    }

    private List<String> ofWorkload(Touch touch) {
        var name = touch.name();
        if (touch.doing() == Doing.ORPHAN) {
            return List.of(
                    "The pods of %s go on, and nothing looks after them any more.".formatted(name));
        }
        var sentences = new ArrayList<String>();
        var number =
                touch.pods().isEmpty()
                        ? 0
                        : new Pods(around).running(touch.namespace(), touch.pods()).items().size();
        sentences.add(
                number == 0
                        ? "%s is removed; none of its pods runs.".formatted(name)
                        : "%s of %s %s; nothing serves %s afterwards."
                                .formatted(
                                        count(number, "pod"),
                                        name,
                                        verb(number, "stops", "stop"),
                                        name));
        var spec = touch.before().path("spec");
        if (!spec.path("volumeClaimTemplates").isEmpty() && touch.noWayBack().isEmpty()) {
            sentences.add("The volume claims of %s stay, and their data.".formatted(name));
        }
        return sentences;
    }

    private static Optional<String> again(Touch touch) {
        return Pods.controller(touch.before())
                .map(owner ->
                        "%s %s makes another in its place"
                                .formatted(
                                        owner.path("kind").asString(""),
                                        owner.path("name").asString("")));
    }

    private List<String> ofThing(Touch touch) {
        var name = touch.name();
        return switch (touch.kind()) {
            case "Pod" ->
                    List.of(
                            "Pod %s stops; %s."
                                    .formatted(
                                            name, again(touch).orElse("nothing starts it again")));
            case "Namespace" -> ofNamespace(name);
            case "Service" ->
                    List.of(
                            "Nobody reaches pods by the name of service %s any more."
                                    .formatted(name));
            case "CustomResourceDefinition" -> ofType(touch);
            case "Node" ->
                    List.of(
                            "The cluster forgets node %s, and the pods on it are started elsewhere."
                                    .formatted(name));
            case "HorizontalPodAutoscaler" -> List.of(ofAutoscaler(touch));
            case "PodDisruptionBudget" ->
                    List.of(
                            "Evictions of its %s are no longer held back."
                                    .formatted(
                                            count(
                                                    touch.before()
                                                            .path("status")
                                                            .path("expectedPods")
                                                            .asInt(0),
                                                    "pod")));
            case "Ingress" -> List.of(ofIngress(touch));
            case "StorageClass" ->
                    List.of(
                            "Claims that ask for storage class %s wait until it is there again; volumes made by it stay."
                                    .formatted(name));
            case "NetworkPolicy" ->
                    List.of("What network policy %s kept out may get through.".formatted(name));
            case "ResourceQuota", "LimitRange" ->
                    List.of(
                            "%s limits nothing in namespace %s any more."
                                    .formatted(touch.called(), touch.namespace()));
            default -> List.of("%s is removed.".formatted(touch.called()));
        };
    }

    private List<String> ofNamespace(String name) {
        var sentences = new ArrayList<String>();
        sentences.add("Everything in namespace %s is deleted with it.".formatted(name));
        var counts = new ArrayList<String>();
        for (var i = 0; i < COUNTED.size(); i++) {
            var number = around.count(COUNTED.get(i), name).orElse(0);
            if (number > 0) {
                counts.add(count(number, IN_WORDS.get(i)));
            }
        }
        if (!counts.isEmpty()) {
            sentences.add(
                    "In it are, among other things, %s.".formatted(String.join(", ", counts)));
        }
        return sentences;
    }

    private List<String> ofType(Touch touch) {
        var spec = touch.before().path("spec");
        var version =
                spec.path("versions")
                        .valueStream()
                        .filter(one -> one.path("storage").asBoolean(false))
                        .map(one -> one.path("name").asString(""))
                        .findFirst()
                        .orElse("");
        var resource =
                new Resource(
                        spec.path("group").asString(""),
                        version,
                        spec.path("names").path("plural").asString(""));
        var number = isComplete(resource) ? around.count(resource, null) : null;
        return List.of(
                number == null || number.isEmpty()
                        ? "All objects of type %s are deleted with it.".formatted(touch.name())
                        : "All objects of type %s are deleted with it: there %s %d."
                                .formatted(
                                        touch.name(),
                                        verb(number.getAsLong(), "is", "are"),
                                        number.getAsLong()));
    }

    private static boolean isComplete(Resource resource) {
        return !resource.group().isEmpty()
                && !resource.version().isEmpty()
                && !resource.plural().isEmpty();
    }

    private static String ofAutoscaler(Touch touch) {
        var target = touch.before().path("spec").path("scaleTargetRef");
        return "%s %s keeps the replicas that it has now; nothing adapts them any more."
                .formatted(target.path("kind").asString(""), target.path("name").asString(""));
    }

    private static String ofIngress(Touch touch) {
        var hosts =
                touch.before()
                        .path("spec")
                        .path("rules")
                        .valueStream()
                        .map(rule -> rule.path("host").asString(""))
                        .filter(host -> !host.isEmpty())
                        .toList();
        return hosts.isEmpty()
                ? "Ingress %s leads nobody in any more.".formatted(touch.name())
                : "%s no longer %s in through ingress %s."
                        .formatted(
                                Phrases.list(hosts),
                                verb(hosts.size(), "leads", "lead"),
                                touch.name());
    }
}
