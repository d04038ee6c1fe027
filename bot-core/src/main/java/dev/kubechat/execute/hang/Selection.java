package dev.kubechat.execute.hang;

import static dev.kubechat.execute.hang.Phrases.count;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Services that select other pods than before, and pods that are selected by others. */
final class Selection {

    private final Surroundings around;
    private final Pods pods;

    Selection(Surroundings around) {
        this.around = around;
        this.pods = new Pods(around);
    }

    List<String> of(Touch touch) {
        if (touch.doing() != Touch.Doing.CHANGE) {
            return List.of();
        }
        if (touch.is("services", "") && touch.sets("spec", "selector")) {
            return ofService(touch);
        }
        return touch.is("pods", "") && touch.sets("metadata", "labels") ? ofPod(touch) : List.of();
    }

    private List<String> ofService(Touch touch) {
        var selector = touch.after().path("spec").path("selector");
        if (selector.isEmpty()) {
            return List.of(
                    "Service %s selects no pods any more; its endpoints have to be set by hand."
                            .formatted(touch.name()));
        }
        var found = pods.running(touch.namespace(), Labels.text(selector));
        if (!found.items().isEmpty()) {
            return List.of(
                    "Service %s leads to %s afterwards."
                            .formatted(touch.name(), count(found.items().size(), "pod")));
        }
        return found.whole()
                ? List.of("Service %s is left without endpoints.".formatted(touch.name()))
                : List.of();
    }

    private List<String> ofPod(Touch touch) {
        var sentences = new ArrayList<String>();
        Pods.controller(touch.before())
                .flatMap(owner -> released(touch, owner).stream().findFirst())
                .ifPresent(sentences::add);
        for (var service : around.list(Stopping.SERVICES, touch.namespace()).items()) {
            var selector = service.path("spec").path("selector");
            var was = Labels.fitsPlain(selector, Labels.of(touch.before()));
            var is = Labels.fitsPlain(selector, Labels.of(touch.after()));
            if (was != is) {
                sentences.add(
                        is
                                ? "Service %s leads to pod %s as well."
                                        .formatted(Pods.name(service), touch.name())
                                : lost(touch, service));
            }
        }
        return sentences;
    }

    private String lost(Touch touch, JsonNode service) {
        var found =
                pods.running(touch.namespace(), Labels.text(service.path("spec").path("selector")));
        var others = found.items().stream().anyMatch(pod -> !Pods.name(pod).equals(touch.name()));
        return others || !found.whole()
                ? "Service %s no longer leads to pod %s."
                        .formatted(Pods.name(service), touch.name())
                : "Service %s is left without endpoints.".formatted(Pods.name(service));
    }

    // such a pod is let go by its controller, which makes another
    private List<String> released(Touch touch, JsonNode owner) {
        if (!owner.path("kind").asString("").equals("ReplicaSet")) {
            return List.of();
        }
        var name = owner.path("name").asString("");
        return around
                .get(Surroundings.Resource.apps("replicasets"), touch.namespace(), name)
                .map(set -> set.path("spec").path("selector"))
                .filter(selector -> !Labels.fits(selector, Labels.of(touch.after())))
                .map(_ ->
                        "ReplicaSet %s lets pod %s go and makes another in its place."
                                .formatted(name, touch.name()))
                .stream()
                .toList();
    }
}
