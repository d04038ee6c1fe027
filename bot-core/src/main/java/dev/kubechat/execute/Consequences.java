package dev.kubechat.execute;

import dev.kubechat.execute.Sight.No;
import dev.kubechat.kubectl.Cascade;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What hangs on the objects of a step, as far as the person may see it; what they may not see is left out. */
final class Consequences {

    private static final Set<String> WORKLOADS =
            Set.of(
                    "Deployment",
                    "ReplicaSet",
                    "StatefulSet",
                    "DaemonSet",
                    "Job",
                    "ReplicationController");

    private final Sight sight;
    private final Pods pods;

    Consequences(Sight sight) {
        this.sight = sight;
        this.pods = new Pods(sight);
    }

    List<String> ofScale(Step step, JsonNode scale, int was, int becomes) {
        var sentences = new ArrayList<String>();
        var name = step.object().name();
        if (becomes > was) {
            sentences.add(
                    "%s %s added to %s (%d → %d)."
                            .formatted(
                                    count(becomes - was),
                                    becomes - was == 1 ? "is" : "are",
                                    name,
                                    was,
                                    becomes));
        } else if (becomes > 0) {
            sentences.add(
                    "%s of %s %s (%d → %d)."
                            .formatted(
                                    count(was - becomes),
                                    name,
                                    was - becomes == 1 ? "stops" : "stop",
                                    was,
                                    becomes));
        } else {
            sentences.addAll(
                    allStop(step, scale.path("status").path("selector").asString(""), was));
        }
        sentences.addAll(autoscalers(step));
        return sentences;
    }

    private List<String> allStop(Step step, String selector, int number) {
        var name = step.object().name();
        var sentences = new ArrayList<String>();
        sentences.add(
                "%s of %s %s; nothing serves %s afterwards."
                        .formatted(count(number), name, number == 1 ? "stops" : "stop", name));
        if (!selector.isEmpty()) {
            sentences.addAll(servicesWithout(namespace(step), running(namespace(step), selector)));
        }
        return sentences;
    }

    private List<String> autoscalers(Step step) {
        return seen(() ->
                sight.list(ApiPath.of(sight.builtIn("horizontalpodautoscalers"), namespace(step)))
                        .path("items")
                        .valueStream()
                        .filter(autoscaler ->
                                isTarget(autoscaler.path("spec").path("scaleTargetRef"), step))
                        .map(autoscaler ->
                                "HorizontalPodAutoscaler %s also sets the replicas of %s and may change them again."
                                        .formatted(Pods.name(autoscaler), step.object().name()))
                        .toList());
    }

    private static boolean isTarget(JsonNode reference, Step step) {
        return reference.path("kind").asString("").equals(step.object().kind())
                && reference.path("name").asString("").equals(step.object().name());
    }

    List<String> ofRestart(Step step, JsonNode seen) {
        var number =
                seen.path("spec")
                        .path("replicas")
                        .asInt(seen.path("status").path("desiredNumberScheduled").asInt(0));
        var how =
                switch (strategy(seen)) {
                    case "Recreate" -> "All of them stop before new ones start.";
                    case "OnDelete" ->
                            "With the strategy OnDelete, each is replaced only once somebody"
                                    + " deletes it.";
                    default -> "They are replaced step by step, as the rollout strategy says.";
                };
        return List.of(
                "%s of %s %s replaced. %s"
                        .formatted(
                                count(number),
                                step.object().name(),
                                number == 1 ? "is" : "are",
                                how));
    }

    private static String strategy(JsonNode seen) {
        var spec = seen.path("spec");
        return spec.path("strategy")
                .path("type")
                .asString(spec.path("updateStrategy").path("type").asString(""));
    }

    List<String> ofDelete(Step step, JsonNode seen, Cascade cascade) {
        if (seen.path("metadata").has("deletionTimestamp")) {
            return List.of(
                    "%s %s is being deleted already."
                            .formatted(step.object().kind(), step.object().name()));
        }
        var sentences = new ArrayList<String>();
        if (WORKLOADS.contains(step.object().kind())) {
            sentences.addAll(ofWorkload(step, seen, cascade));
        } else if (step.object().kind().equals("Pod")) {
            sentences.add("Pod %s stops.".formatted(step.object().name()));
            sentences.addAll(servicesWithout(namespace(step), List.of(seen)));
        } else {
            sentences.add(ofThing(step));
        }
        sentences.add(owner(step, seen));
        sentences.removeIf(String::isEmpty);
        return sentences;
    }

    private List<String> ofWorkload(Step step, JsonNode seen, Cascade cascade) {
        if (cascade == Cascade.ORPHAN) {
            return List.of(
                    "The pods of %s go on, and nothing looks after them any more."
                            .formatted(step.object().name()));
        }
        var selector = Pods.selector(seen);
        var number = selector.isEmpty() ? 0 : running(namespace(step), selector).size();
        return number == 0
                ? List.of("%s is removed; none of its pods runs.".formatted(step.object().name()))
                : allStop(step, selector, number);
    }

    private static String owner(Step step, JsonNode seen) {
        return seen.path("metadata")
                .path("ownerReferences")
                .valueStream()
                .filter(owner -> owner.path("controller").asBoolean(false))
                .map(owner ->
                        "%s %s makes another in its place."
                                .formatted(
                                        owner.path("kind").asString(""),
                                        owner.path("name").asString("")))
                .findFirst()
                .orElse(step.object().kind().equals("Pod") ? "Nothing starts it again." : "");
    }

    private static String ofThing(Step step) {
        var name = step.object().name();
        return switch (step.object().kind()) {
            case "Namespace" -> "Everything in namespace %s is deleted with it.".formatted(name);
            case "Service" ->
                    "Nobody reaches pods by the name of service %s any more.".formatted(name);
            case "PersistentVolumeClaim", "PersistentVolume" ->
                    "The data on %s may be lost for good.".formatted(name);
            case "ConfigMap", "Secret" ->
                    "Pods that use %s go on for now, and fail when they start anew."
                            .formatted(name);
            case "CustomResourceDefinition" ->
                    "All objects of type %s are deleted with it.".formatted(name);
            case "Node" ->
                    "The cluster forgets node %s, and the pods on it are started elsewhere."
                            .formatted(name);
            default -> "%s %s is removed.".formatted(step.object().kind(), name);
        };
    }

    private List<JsonNode> running(String namespace, String selector) {
        return seen(() -> pods.selected(namespace, selector)).stream()
                .filter(pod -> !Pods.isOver(pod) && !pod.path("metadata").has("deletionTimestamp"))
                .toList();
    }

    /** Services all of whose pods are among those that stop. */
    private List<String> servicesWithout(String namespace, List<JsonNode> stopping) {
        var names = stopping.stream().map(Pods::name).collect(Collectors.toSet());
        return seen(() ->
                sight.list(ApiPath.core("services", namespace))
                        .path("items")
                        .valueStream()
                        .filter(service -> stopping.stream().anyMatch(pod -> selects(service, pod)))
                        .filter(service ->
                                running(namespace, Pods.selector(service)).stream()
                                        .map(Pods::name)
                                        .allMatch(names::contains))
                        .map(service ->
                                "Service %s is left without endpoints."
                                        .formatted(Pods.name(service)))
                        .toList());
    }

    private static boolean selects(JsonNode service, JsonNode pod) {
        var selector = service.path("spec").path("selector");
        var labels = pod.path("metadata").path("labels");
        return !selector.isEmpty()
                && selector.properties().stream()
                        .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
    }

    private static <T> List<T> seen(java.util.function.Supplier<List<T>> looked) {
        try {
            return looked.get();
        } catch (No notForTheirEyes) {
            return List.of();
        }
    }

    private static String namespace(Step step) {
        return Objects.requireNonNullElse(step.object().namespace(), "");
    }

    private static String count(int number) {
        return number == 1 ? "1 pod" : number + " pods";
    }
}
