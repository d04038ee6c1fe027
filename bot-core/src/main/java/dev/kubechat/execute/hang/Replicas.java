package dev.kubechat.execute.hang;

import static dev.kubechat.execute.hang.Phrases.count;
import static dev.kubechat.execute.hang.Phrases.verb;

import dev.kubechat.execute.hang.Surroundings.Resource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** More or fewer pods. */
final class Replicas {

    private static final Resource AUTOSCALERS =
            new Resource("autoscaling", "v2", "horizontalpodautoscalers");

    private final Surroundings around;

    Replicas(Surroundings around) {
        this.around = around;
    }

    static boolean areSet(Touch touch) {
        return touch.doing() == Touch.Doing.CHANGE
                && touch.sets("spec", "replicas")
                && number(touch.before()) != number(touch.after());
    }

    static int number(JsonNode object) {
        return object.path("spec").path("replicas").asInt(0);
    }

    static boolean isStop(Touch touch) {
        return areSet(touch) && number(touch.after()) == 0;
    }

    List<String> of(Touch touch) {
        if (!areSet(touch)) {
            return List.of();
        }
        var was = number(touch.before());
        var becomes = number(touch.after());
        var sentences = new ArrayList<String>();
        sentences.add(moved(touch.name(), was, becomes));
        if (becomes < was) {
            sentences.addAll(claims(touch));
        }
        sentences.addAll(autoscalers(touch));
        return sentences;
    }

    private static String moved(String name, int was, int becomes) {
        if (becomes > was) {
            var more = becomes - was;
            return "%s %s added to %s (%d → %d)."
                    .formatted(count(more, "pod"), verb(more, "is", "are"), name, was, becomes);
        }
        var fewer = was - becomes;
        return becomes > 0
                ? "%s of %s %s (%d → %d)."
                        .formatted(
                                count(fewer, "pod"),
                                name,
                                verb(fewer, "stops", "stop"),
                                was,
                                becomes)
                : "%s of %s %s; nothing serves %s afterwards."
                        .formatted(count(fewer, "pod"), name, verb(fewer, "stops", "stop"), name);
    }

    private static List<String> claims(Touch touch) {
        var spec = touch.before().path("spec");
        if (spec.path("volumeClaimTemplates").isEmpty()) {
            return List.of();
        }
        var policy = spec.path("persistentVolumeClaimRetentionPolicy").path("whenScaled");
        return List.of(
                policy.asString("").equals("Delete")
                        ? "The volume claims of the pods that stop are deleted with them, and their"
                                + " data."
                        : "The volume claims of the pods that stop stay, and their data.");
    }

    private List<String> autoscalers(Touch touch) {
        return around.list(AUTOSCALERS, touch.namespace()).items().stream()
                .filter(autoscaler -> isTarget(autoscaler, touch))
                .map(autoscaler ->
                        "HorizontalPodAutoscaler %s also sets the replicas of %s and may change them again."
                                .formatted(Pods.name(autoscaler), touch.name()))
                .toList();
    }

    private static boolean isTarget(JsonNode autoscaler, Touch touch) {
        var target = autoscaler.path("spec").path("scaleTargetRef");
        return target.path("kind").asString("").equals(touch.kind())
                && target.path("name").asString("").equals(touch.name());
    }
}
