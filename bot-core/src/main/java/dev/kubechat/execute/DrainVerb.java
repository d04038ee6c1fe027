package dev.kubechat.execute;

import dev.kubechat.execute.Sight.No;
import dev.kubechat.kubectl.NodeCommand.Drain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * {@code kubectl drain}: no new pods on a node, and each of the old ones asked to go, in a step of its own. What a disruption budget
 * refuses stays, and ends it.
 */
final class DrainVerb {

    private static final String MIRROR = "kubernetes.io/config.mirror";

    private final Sight sight;
    private final Alteration alteration;
    private final Drain drain;

    // by what is said of them, the pods
    private final LinkedHashMap<String, List<String>> refused = new LinkedHashMap<>();
    private final LinkedHashMap<String, List<String>> remarked = new LinkedHashMap<>();

    DrainVerb(Sight sight, Alteration alteration, Drain drain) {
        this.sight = sight;
        this.alteration = alteration;
        this.drain = drain;
    }

    /** @throws No if a pod may not be evicted as the flags stand */
    List<Planning> plan() {
        if (drain.disableEviction()) {
            throw new No(
                    "Pods are evicted here, so that disruption budgets are kept. Leave"
                            + " --disable-eviction out.");
        }
        var plannings = new ArrayList<Planning>();
        for (var node : new Chosen(sight).objects(drain.selection(), drain.scope())) {
            plan(node, plannings);
        }
        return plannings;
    }

    private void plan(Seen node, List<Planning> plannings) {
        refused.clear();
        remarked.clear();
        var pods = pods(node);
        if (!refused.isEmpty()) {
            throw refusal(node);
        }
        var cordoned = new NodeVerb(sight, alteration).unschedulable(node, true, "cordoned");
        var drained = node.called() + " drained";
        if (alteration.isRehearsed()) {
            pods.forEach(pod -> alteration.say("evicting pod " + slashed(pod)));
            alteration.say(drained);
            plannings.add(cordoned);
            return;
        }
        plannings.add(pods.isEmpty() ? ending(cordoned, drained) : cordoned);
        for (var pod : pods) {
            var last = pod.equals(pods.getLast());
            plannings.add(eviction(pod, last ? "\n" + drained : ""));
        }
        remarked.forEach((remark, names) ->
                plannings.add(
                        new Planning(
                                Optional.empty(), List.of(sentence(remark, names)), List.of())));
    }

    private static String sentence(String remark, List<String> names) {
        return "%s: %s."
                .formatted(
                        remark.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                                + remark.substring(1),
                        String.join(", ", names));
    }

    private static Planning ending(Planning cordoned, String drained) {
        var said = new ArrayList<>(cordoned.said());
        if (cordoned.step().isEmpty()) {
            said.add(drained);
            return new Planning(Optional.empty(), cordoned.sentences(), List.copyOf(said));
        }
        var step = cordoned.step().get();
        var request = java.util.Objects.requireNonNull(step.request());
        return new Planning(
                Optional.of(
                        new Step(
                                step.action(),
                                step.object(),
                                step.resourceVersion(),
                                step.changes(),
                                new Step.Request(
                                        request.method(),
                                        request.subresource(),
                                        request.contentType(),
                                        request.body(),
                                        request.done() + "\n" + drained))),
                cordoned.sentences(),
                cordoned.said(),
                cordoned.view());
    }

    private No refusal(Seen node) {
        var errors =
                refused.entrySet().stream()
                        .map(one ->
                                "cannot delete %s: %s"
                                        .formatted(one.getKey(), String.join(", ", one.getValue())))
                        .toList();
        var whole = errors.size() == 1 ? errors.getFirst() : "[" + String.join(", ", errors) + "]";
        return new No(
                "Node %s is not drained: %s.".formatted(node.name(), String.join("; ", errors)),
                """
                error: unable to drain node "%s" due to error: %s, continuing command...
                There are pending nodes to be drained:
                 %s
                %s
                """
                        .formatted(
                                node.name(),
                                whole,
                                node.name(),
                                errors.size() == 1
                                        ? "error: " + errors.getFirst()
                                        : String.join("\n", errors)));
    }

    /** Those to be evicted. What else was found is noted. */
    private List<JsonNode> pods(Seen node) {
        var resource = sight.builtIn("pods");
        var path =
                ApiPath.of(resource, null)
                        .with("labelSelector", drain.podSelector())
                        .with("fieldSelector", "spec.nodeName=" + node.name());
        return sight.list(path).path("items").valueStream().filter(this::goes).toList();
    }

    private boolean goes(JsonNode pod) {
        var over = Pods.isOver(pod);
        if (isOfDaemonSet(pod) && !over) {
            return stays(pod);
        }
        if (pod.path("metadata").path("annotations").has(MIRROR)) {
            return false;
        }
        return over || mayGo(pod);
    }

    private boolean mayGo(JsonNode pod) {
        var emptyDir =
                pod.path("spec").path("volumes").valueStream().anyMatch(one -> one.has("emptyDir"));
        if (emptyDir && !drain.deleteEmptyDirData()) {
            note(refused, "Pods with local storage (use --delete-emptydir-data to override)", pod);
            return false;
        }
        if (emptyDir) {
            note(remarked, "deleting Pods with local storage", pod);
        }
        if (controller(pod).isEmpty()) {
            if (!drain.force()) {
                note(refused, "Pods that declare no controller (use --force to override)", pod);
                return false;
            }
            note(remarked, "deleting Pods that declare no controller", pod);
        }
        return true;
    }

    /** A daemon set makes its pods again wherever they were. */
    private boolean stays(JsonNode pod) {
        if (drain.ignoreDaemonSets()) {
            note(remarked, "ignoring DaemonSet-managed Pods", pod);
        } else {
            note(refused, "DaemonSet-managed Pods (use --ignore-daemonsets to ignore)", pod);
        }
        return false;
    }

    private static boolean isOfDaemonSet(JsonNode pod) {
        return controller(pod)
                .filter(owner ->
                        owner.path("kind").asString("").equals("DaemonSet")
                                && owner.path("apiVersion").asString("").equals("apps/v1"))
                .isPresent();
    }

    private static Optional<JsonNode> controller(JsonNode pod) {
        return pod.path("metadata")
                .path("ownerReferences")
                .valueStream()
                .filter(owner -> owner.path("controller").asBoolean(false))
                .findFirst();
    }

    private static void note(Map<String, List<String>> notes, String words, JsonNode pod) {
        notes.computeIfAbsent(words, _ -> new ArrayList<>()).add(slashed(pod));
    }

    private static String slashed(JsonNode pod) {
        return pod.path("metadata").path("namespace").asString("") + "/" + Pods.name(pod);
    }

    private Planning eviction(JsonNode pod, String after) {
        var body = Reply.JSON.createObjectNode();
        body.put("apiVersion", "policy/v1").put("kind", "Eviction");
        body.putObject("metadata")
                .put("name", Pods.name(pod))
                .put("namespace", pod.path("metadata").path("namespace").asString(""));
        var options = body.putObject("deleteOptions");
        if (drain.gracePeriod() != null && drain.gracePeriod() >= 0) {
            options.put("gracePeriodSeconds", drain.gracePeriod().intValue());
        }
        options.putObject("preconditions")
                .put("uid", pod.path("metadata").path("uid").asString(""));
        var step = Planning.step(Step.Action.EVICT, sight.builtIn("pods"), pod, List.of());
        var request =
                new Step.Request(
                        "POST",
                        "eviction",
                        Api.JSON,
                        body.toString(),
                        "evicting pod %s\npod/%s evicted%s"
                                .formatted(slashed(pod), Pods.name(pod), after));
        return Planning.of(
                        new Step(
                                step.action(),
                                step.object(),
                                step.resourceVersion(),
                                List.of(),
                                request),
                        List.of())
                .seen(Planning.View.gone(pod));
    }
}
