package dev.kubechat.execute.read;

import dev.kubechat.cluster.ClusterBusy;
import dev.kubechat.cluster.ClusterUnavailable;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Pods;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Why a rollout does not come to its end, as far as the person may see it: a guess, and said as one. */
final class StuckRollout {

    private static final int LONGEST_MESSAGE = 300;

    private static final Set<String> NO_IMAGE =
            Set.of("ImagePullBackOff", "ErrImagePull", "InvalidImageName", "ErrImageNeverPull");
    private static final Set<String> NO_START =
            Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError");

    private final Sight sight;

    StuckRollout(Sight sight) {
        this.sight = sight;
    }

    /**
     * @param workload a deployment, stateful set or daemon set as it was seen last
     * @return one sentence or two; empty where nothing shows why
     */
    String cause(JsonNode workload) {
        try {
            return ofWorkload(workload)
                    .or(() -> ofPods(workload))
                    .map(cause -> "Likely cause: " + cause)
                    .orElse("");
        } catch (No | ClusterUnavailable | ClusterBusy unseen) {
            return "";
        }
    }

    private static Optional<String> ofWorkload(JsonNode workload) {
        if (workload.path("spec").path("paused").asBoolean(false)) {
            return Optional.of("it is paused; kubectl rollout resume lets it go on.");
        }
        return condition(workload, "ReplicaFailure", "True")
                .map(condition ->
                        "its pods are refused: %s"
                                .formatted(sentence(condition.path("message").asString(""))));
    }

    private Optional<String> ofPods(JsonNode workload) {
        var selector = Pods.selector(workload);
        if (selector.isEmpty()) {
            return Optional.empty();
        }
        var namespace = workload.path("metadata").path("namespace").asString("");
        return new Pods(sight)
                .selected(namespace, selector).stream()
                        .filter(pod -> !Pods.isGoing(pod) && !Pods.isReady(pod))
                        .sorted(newestFirst())
                        .map(StuckRollout::ofPod)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static Comparator<JsonNode> newestFirst() {
        return Comparator.comparing(
                (JsonNode pod) -> pod.path("metadata").path("creationTimestamp").asString(""),
                Comparator.reverseOrder());
    }

    private static Optional<String> ofPod(JsonNode pod) {
        for (var kind : List.of("initContainerStatuses", "containerStatuses")) {
            for (var container : pod.path("status").path(kind)) {
                var cause = ofContainer(Pods.name(pod), container);
                if (cause.isPresent()) {
                    return cause;
                }
            }
        }
        return ofPlace(pod).or(() -> ofReadiness(pod));
    }

    private static Optional<String> ofContainer(String pod, JsonNode container) {
        var waiting = container.path("state").path("waiting");
        var reason = waiting.path("reason").asString("");
        var message = waiting.path("message").asString("");
        if (NO_IMAGE.contains(reason)) {
            return Optional.of(
                    "pod %s cannot get its image %s (%s). %s"
                            .formatted(
                                    pod,
                                    container.path("image").asString(""),
                                    reason,
                                    sentence(message))
                            .strip());
        }
        if (NO_START.contains(reason)) {
            return Optional.of("pod %s cannot start: %s".formatted(pod, sentence(message)));
        }
        return reason.equals("CrashLoopBackOff")
                ? Optional.of(ofCrash(pod, container))
                : Optional.empty();
    }

    private static String ofCrash(String pod, JsonNode container) {
        var name = container.path("name").asString("");
        var last = container.path("lastState").path("terminated");
        var how =
                last.path("reason").asString("").equals("OOMKilled")
                        ? "it needs more memory than its limit"
                        : "exit status %d".formatted(last.path("exitCode").asInt(0));
        return "container %s of pod %s ends again and again (%s). Look at `kubectl logs %s -c %s --previous`."
                .formatted(name, pod, how, pod, name);
    }

    private static Optional<String> ofPlace(JsonNode pod) {
        return condition(pod, "PodScheduled", "False")
                .map(condition ->
                        "pod %s finds no node: %s"
                                .formatted(
                                        Pods.name(pod),
                                        sentence(condition.path("message").asString(""))));
    }

    private static Optional<String> ofReadiness(JsonNode pod) {
        return Pods.phase(pod).equals("Running")
                ? Optional.of(
                        "pod %s runs and is not ready yet; its readiness probe says when. Look at `kubectl describe pod %s`."
                                .formatted(Pods.name(pod), Pods.name(pod)))
                : Optional.empty();
    }

    private static Optional<JsonNode> condition(JsonNode object, String type, String status) {
        return object.path("status")
                .path("conditions")
                .valueStream()
                .filter(condition ->
                        condition.path("type").asString("").equals(type)
                                && condition.path("status").asString("").equals(status))
                .findFirst();
    }

    private static String sentence(String message) {
        var masked = Masking.text(message).strip();
        var cut =
                masked.length() <= LONGEST_MESSAGE
                        ? masked
                        : masked.substring(0, LONGEST_MESSAGE) + "…";
        return cut.isEmpty() || cut.endsWith(".") || cut.endsWith("…") ? cut : cut + ".";
    }
}
