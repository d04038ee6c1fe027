package dev.kubechat.execute.hang;

import static dev.kubechat.execute.hang.Phrases.count;

import dev.kubechat.execute.hang.Surroundings.Resource;
import dev.kubechat.execute.hang.Touch.Doing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What all pods leave behind that a command stops: services without endpoints, and disruption budgets that it breaks. */
final class Stopping {

    static final Resource SERVICES = Resource.core("services");
    private static final Resource BUDGETS = new Resource("policy", "v1", "poddisruptionbudgets");

    private final Surroundings around;
    private final Pods pods;

    Stopping(Surroundings around) {
        this.around = around;
        this.pods = new Pods(around);
    }

    private record Stopped(Map<String, JsonNode> byName, boolean byEviction) {

        List<JsonNode> under(JsonNode selector) {
            return selector.isObject()
                    ? byName.values().stream()
                            .filter(pod -> Labels.fits(selector, Labels.of(pod)))
                            .toList()
                    : List.of();
        }
    }

    List<String> of(List<Touch> touches) {
        var sentences = new ArrayList<String>();
        var namespaces = new LinkedHashMap<String, List<Touch>>();
        for (var touch : touches) {
            if (touch.namespace() != null && !Deletions.isAlready(touch)) {
                namespaces.computeIfAbsent(touch.namespace(), _ -> new ArrayList<>()).add(touch);
            }
        }
        namespaces.forEach((namespace, inIt) -> {
            var stopped = stopped(inIt);
            if (!stopped.byName().isEmpty()) {
                sentences.addAll(services(namespace, stopped));
                sentences.addAll(budgets(namespace, stopped));
            }
        });
        return sentences;
    }

    private Stopped stopped(List<Touch> touches) {
        var byName = new LinkedHashMap<String, JsonNode>();
        for (var touch : touches) {
            if (touch.doing() == Doing.EVICT
                    || (touch.doing() == Doing.DELETE && touch.is("pods", ""))) {
                byName.put(touch.name(), touch.before());
            } else if (Replicas.isStop(touch) || Deletions.stopsPods(touch)) {
                if (!touch.pods().isEmpty()) {
                    pods.running(touch.namespace(), touch.pods())
                            .items()
                            .forEach(pod -> byName.put(Pods.name(pod), pod));
                }
            }
        }
        return new Stopped(
                byName, touches.stream().anyMatch(touch -> touch.doing() == Doing.EVICT));
    }

    /** Services all of whose pods are among those that stop. */
    private List<String> services(String namespace, Stopped stopped) {
        return around.list(SERVICES, namespace).items().stream()
                .filter(service -> {
                    var selector = service.path("spec").path("selector");
                    return stopped.byName().values().stream()
                            .anyMatch(pod -> Labels.fitsPlain(selector, Labels.of(pod)));
                })
                .filter(service -> {
                    var selected =
                            pods.running(
                                    namespace, Labels.text(service.path("spec").path("selector")));
                    return selected.whole()
                            && selected.items().stream()
                                    .map(Pods::name)
                                    .allMatch(stopped.byName()::containsKey);
                })
                .map(service ->
                        "Service %s is left without endpoints.".formatted(Pods.name(service)))
                .toList();
    }

    private List<String> budgets(String namespace, Stopped stopped) {
        var sentences = new ArrayList<String>();
        for (var budget : around.list(BUDGETS, namespace).items()) {
            var under = stopped.under(budget.path("spec").path("selector"));
            var allowed = budget.path("status").path("disruptionsAllowed").asInt(0);
            if (under.size() > allowed) {
                sentences.add(
                        stopped.byEviction()
                                ? evicted(budget, under, allowed)
                                : passedBy(budget, under, allowed));
            }
        }
        return sentences;
    }

    private static String evicted(JsonNode budget, List<JsonNode> under, int allowed) {
        var names = under.stream().map(Pods::name).collect(Collectors.toList());
        return allowed == 0
                ? "PodDisruptionBudget %s allows no disruption now: the eviction of %s is refused."
                        .formatted(Pods.name(budget), Phrases.list(names))
                : "PodDisruptionBudget %s allows %s now; %d of these pods are under it."
                        .formatted(Pods.name(budget), count(allowed, "disruption"), under.size());
    }

    private static String passedBy(JsonNode budget, List<JsonNode> under, int allowed) {
        return "PodDisruptionBudget %s allows %s now; this stops %s under it all the same."
                .formatted(
                        Pods.name(budget),
                        allowed == 0 ? "no disruption" : count(allowed, "disruption"),
                        count(under.size(), "pod"));
    }
}
