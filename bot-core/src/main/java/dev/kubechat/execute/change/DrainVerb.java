package dev.kubechat.execute.change;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Pods;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Seen;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.kubectl.NodeCommand.Drain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * {@code kubectl drain}: no new pods on a node, and each of the old ones told to go, in a step of its own. What a disruption budget
 * refuses is asked again for a while, and ends it then.
 */
final class DrainVerb {

    /** The method of the steps that delete a pod in place of evicting it. */
    static final String DELETES = "DELETE";

    private static final String MIRROR = "kubernetes.io/config.mirror";

    private final Sight sight;
    private final Alteration alteration;
    private final Drain drain;
    private final Instant now;

    // by what is said of them, the pods
    private final LinkedHashMap<String, List<String>> refused = new LinkedHashMap<>();
    private final LinkedHashMap<String, List<String>> remarked = new LinkedHashMap<>();

    DrainVerb(Sight sight, Alteration alteration, Drain drain, Instant now) {
        this.sight = sight;
        this.alteration = alteration;
        this.drain = drain;
        this.now = now;
    }

    /** @throws No if a pod may not be evicted as the flags stand */
    List<Planning> plan() {
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
            plannings.add(departure(pod, last ? "\n" + drained : ""));
        }
        var sentences = new ArrayList<String>();
        remarked.forEach((remark, names) -> sentences.add(sentence(remark, names)));
        if (!pods.isEmpty()) {
            sentences.add(wayBack(node, cordoned.step().isPresent()));
        }
        plannings.add(new Planning(Optional.empty(), sentences, List.of()));
    }

    private static String wayBack(Seen node, boolean cordons) {
        return cordons
                ? "The way back lets node %s take new pods again; pods that have gone do not move back."
                        .formatted(node.name())
                : "There is no way back: node %s took no new pods before, and pods that have gone do not move back."
                        .formatted(node.name());
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
                        .formatted(node.name(), whole, node.name(), String.join("\n", errors)));
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
        if (Evictions.isOverdue(pod.path("metadata"), skipped(), now)) {
            return false;
        }
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

    private int skipped() {
        return Objects.requireNonNullElse(drain.skipWaitForDelete(), 0);
    }

    private Planning departure(JsonNode pod, String after) {
        var request = drain.disableEviction() ? deletion(pod, after) : eviction(pod, after);
        var action = drain.disableEviction() ? Step.Action.DELETE : Step.Action.EVICT;
        var step = Planning.step(action, sight.builtIn("pods"), pod, terms());
        return Planning.of(
                        new Step(
                                step.action(),
                                step.object(),
                                step.resourceVersion(),
                                step.changes(),
                                request),
                        List.of())
                .seen(Planning.View.gone(pod));
    }

    /** What the request does not say by itself. */
    private List<FieldChange> terms() {
        var terms = new ArrayList<FieldChange>();
        if (skipped() > 0) {
            terms.add(new FieldChange(Evictions.SKIP, null, String.valueOf(skipped())));
        }
        if (drain.disableEviction() && drain.gracePeriod() != null && drain.gracePeriod() >= 0) {
            terms.add(new FieldChange(DeleteVerb.GRACE, null, String.valueOf(drain.gracePeriod())));
        }
        return terms;
    }

    private static Step.Request deletion(JsonNode pod, String after) {
        return new Step.Request(
                DELETES, "", Api.JSON, "", "pod/%s deleted%s".formatted(Pods.name(pod), after));
    }

    private Step.Request eviction(JsonNode pod, String after) {
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
        return new Step.Request(
                "POST",
                "eviction",
                Api.JSON,
                body.toString(),
                "evicting pod %s\npod/%s evicted%s".formatted(slashed(pod), Pods.name(pod), after));
    }
}
