package dev.kubechat.execute.hang;

import static dev.kubechat.execute.hang.Phrases.count;
import static dev.kubechat.execute.hang.Phrases.verb;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Pods that are replaced, because what they are made from changes. */
final class Templates {

    private final Surroundings around;

    Templates(Surroundings around) {
        this.around = around;
    }

    List<String> of(Touch touch) {
        if (touch.doing() != Touch.Doing.CHANGE && touch.doing() != Touch.Doing.RESTART) {
            return List.of();
        }
        var sentences = new ArrayList<String>();
        if (changesTemplate(touch)) {
            sentences.add(replaced(touch));
            if (touch.sets("spec", "template", "metadata", "labels")) {
                sentences.addAll(unselected(touch));
            }
        }
        if (touch.sets("spec", "paused")) {
            sentences.add(pausing(touch));
        }
        return sentences;
    }

    private static boolean changesTemplate(Touch touch) {
        return touch.kind().equals("CronJob")
                ? touch.sets("spec", "jobTemplate")
                : touch.sets("spec", "template");
    }

    private static String replaced(Touch touch) {
        var name = touch.name();
        return switch (touch.kind()) {
            case "Deployment", "StatefulSet", "DaemonSet" -> rolled(touch);
            case "ReplicaSet", "ReplicationController" ->
                    "Pods of %s that run now stay as they are; only new ones are made so."
                            .formatted(name);
            case "CronJob" ->
                    "Jobs of %s that run now stay as they are; the next one is made so."
                            .formatted(name);
            default -> "What is made from the template of %s next is made so.".formatted(name);
        };
    }

    private static String rolled(Touch touch) {
        var spec = touch.after().path("spec");
        if (spec.path("paused").asBoolean(false)) {
            return "%s is paused: its pods are replaced once it is resumed."
                    .formatted(touch.called());
        }
        var number = pods(touch.after());
        return "%s of %s %s replaced. %s"
                .formatted(
                        count(number, "pod"), touch.name(), verb(number, "is", "are"), how(spec));
    }

    private static int pods(JsonNode workload) {
        return workload.path("spec")
                .path("replicas")
                .asInt(workload.path("status").path("desiredNumberScheduled").asInt(0));
    }

    private static String how(JsonNode spec) {
        var update = spec.path("updateStrategy");
        var partition = update.path("rollingUpdate").path("partition").asInt(0);
        if (partition > 0) {
            return "Only those with a number of %d and above are, as the partition says."
                    .formatted(partition);
        }
        return switch (spec.path("strategy")
                .path("type")
                .asString(update.path("type").asString(""))) {
            case "Recreate" -> "All of them stop before new ones start.";
            case "OnDelete" ->
                    "With the strategy OnDelete, each is replaced only once somebody deletes it.";
            default -> "They are replaced step by step, as the rollout strategy says.";
        };
    }

    private static String pausing(Touch touch) {
        return touch.after().path("spec").path("paused").asBoolean(false)
                ? "Later changes of %s wait until it is resumed; its pods go on."
                        .formatted(touch.called())
                : "What was changed in %s while it was paused is rolled out now."
                        .formatted(touch.called());
    }

    private List<String> unselected(Touch touch) {
        return around.list(Stopping.SERVICES, touch.namespace()).items().stream()
                .filter(service -> {
                    var selector = service.path("spec").path("selector");
                    return Labels.fitsPlain(selector, labels(touch.before()))
                            && !Labels.fitsPlain(selector, labels(touch.after()));
                })
                .map(service ->
                        "Service %s does not reach the new pods of %s: their labels no longer fit its selector."
                                .formatted(Pods.name(service), touch.name()))
                .toList();
    }

    private static JsonNode labels(JsonNode workload) {
        return workload.path("spec").path("template").path("metadata").path("labels");
    }
}
