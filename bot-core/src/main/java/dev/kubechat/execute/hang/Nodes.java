package dev.kubechat.execute.hang;

import static dev.kubechat.execute.hang.Phrases.count;
import static dev.kubechat.execute.hang.Phrases.verb;

import dev.kubechat.execute.hang.Surroundings.Resource;
import dev.kubechat.execute.hang.Touch.Doing;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a node takes, and what it sends away. */
final class Nodes {

    private final Surroundings around;
    private final Pods pods;

    Nodes(Surroundings around) {
        this.around = around;
        this.pods = new Pods(around);
    }

    List<String> of(Touch touch) {
        if (touch.doing() != Doing.CHANGE || !touch.is("nodes", "")) {
            return List.of();
        }
        var sentences = new ArrayList<String>();
        if (touch.sets("spec", "unschedulable")) {
            sentences.addAll(scheduling(touch));
        }
        if (touch.sets("spec", "taints")) {
            sentences.addAll(taints(touch));
        }
        return sentences;
    }

    private List<String> scheduling(Touch touch) {
        if (takesPods(touch.after())) {
            return List.of("Node %s takes new pods again.".formatted(touch.name()));
        }
        var sentences = new ArrayList<String>();
        sentences.add("Node %s takes no new pods.".formatted(touch.name()));
        var nodes = around.list(Resource.core("nodes"), null);
        var others =
                nodes.items().stream()
                        .filter(node -> !Pods.name(node).equals(touch.name()))
                        .anyMatch(Nodes::takesPods);
        if (nodes.whole() && !others) {
            sentences.add("No other node takes pods: what stops now starts nowhere.");
        }
        return sentences;
    }

    private static boolean takesPods(JsonNode node) {
        return !node.path("spec").path("unschedulable").asBoolean(false);
    }

    private List<String> taints(Touch touch) {
        var old = touch.before().path("spec").path("taints").valueStream().toList();
        var added =
                touch.after()
                        .path("spec")
                        .path("taints")
                        .valueStream()
                        .filter(taint -> !old.contains(taint))
                        .filter(taint -> taint.path("effect").asString("").equals("NoExecute"))
                        .toList();
        if (added.isEmpty()) {
            return List.of();
        }
        var found = pods.runningOn(touch.name());
        var leaving =
                found.items().stream()
                        .filter(pod -> added.stream().anyMatch(taint -> !tolerates(pod, taint)))
                        .toList();
        if (leaving.isEmpty()) {
            return found.whole()
                    ? List.of("All pods on node %s bear this taint.".formatted(touch.name()))
                    : List.of();
        }
        return List.of(
                "%s %s to leave node %s at once, of %s; disruption budgets do not hold this back."
                        .formatted(
                                count(leaving.size(), "pod"),
                                verb(leaving.size(), "has", "have"),
                                touch.name(),
                                Pods.workloads(leaving)));
    }

    private static boolean tolerates(JsonNode pod, JsonNode taint) {
        return pod.path("spec")
                .path("tolerations")
                .valueStream()
                .anyMatch(toleration -> bears(toleration, taint));
    }

    private static boolean bears(JsonNode toleration, JsonNode taint) {
        var effect = toleration.path("effect").asString("");
        if (!effect.isEmpty() && !effect.equals(taint.path("effect").asString(""))) {
            return false;
        }
        var key = toleration.path("key").asString("");
        var exists = toleration.path("operator").asString("").equals("Exists");
        if (key.isEmpty()) {
            return exists;
        }
        return key.equals(taint.path("key").asString(""))
                && (exists
                        || toleration
                                .path("value")
                                .asString("")
                                .equals(taint.path("value").asString("")));
    }
}
