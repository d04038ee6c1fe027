package dev.kubechat.execute.describe;

import dev.kubechat.execute.print.Quantity;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What a pod asks for and what bounds it, over all its containers, as the scheduler counts. */
final class PodResources {

    private static final String HUGE_PAGES = "hugepages-";

    private final JsonNode pod;
    private final String list;
    private final boolean asRun;

    /** @param asRun whether what the node grants counts beside what is written */
    private PodResources(JsonNode pod, String list, boolean asRun) {
        this.pod = pod;
        this.list = list;
        this.asRun = asRun;
    }

    static Map<String, Quantity> requests(JsonNode pod, boolean asRun) {
        var resources = new PodResources(pod, "requests", asRun);
        var sum = resources.containers();
        resources.ofPod(sum, false);
        quantities(Values.at(pod, "spec.overhead"))
                .forEach((name, quantity) -> sum.merge(name, quantity, Quantity::plus));
        return sum;
    }

    static Map<String, Quantity> limits(JsonNode pod, boolean asRun) {
        var resources = new PodResources(pod, "limits", asRun);
        var sum = resources.containers();
        resources.ofPod(sum, true);
        quantities(Values.at(pod, "spec.overhead"))
                .forEach((name, quantity) ->
                        sum.computeIfPresent(
                                name, (_, old) -> old.isZero() ? old : old.plus(quantity)));
        return sum;
    }

    private void ofPod(Map<String, Quantity> sum, boolean evenWithoutRequests) {
        if (evenWithoutRequests || Values.has(pod, "spec.resources." + list)) {
            quantities(Values.at(pod, "spec.resources." + list))
                    .forEach((name, quantity) -> {
                        if (Set.of("cpu", "memory").contains(name) || name.startsWith(HUGE_PAGES)) {
                            sum.put(name, quantity);
                        }
                    });
        }
    }

    private Map<String, Quantity> containers() {
        var sum = new TreeMap<String, Quantity>();
        for (var container : Values.items(Values.at(pod, "spec.containers"))) {
            add(sum, effective(container));
        }
        var sidecars = new TreeMap<String, Quantity>();
        var most = new TreeMap<String, Quantity>();
        for (var container : Values.items(Values.at(pod, "spec.initContainers"))) {
            if (Values.text(container, "restartPolicy").equals("Always")) {
                add(sum, effective(container));
                add(sidecars, effective(container));
                greater(most, sidecars);
            } else {
                var now = quantities(Values.at(container, "resources." + list));
                add(now, sidecars);
                greater(most, now);
            }
        }
        greater(sum, most);
        return sum;
    }

    private Map<String, Quantity> effective(JsonNode container) {
        var written = quantities(Values.at(container, "resources." + list));
        if (!asRun) {
            return written;
        }
        var status = status(Values.text(container, "name"));
        if (!Values.has(status, "resources")) {
            return written;
        }
        var effective = isInfeasible() ? new TreeMap<String, Quantity>() : written;
        greater(effective, quantities(Values.at(status, "resources." + list)));
        if (list.equals("requests")) {
            greater(effective, quantities(status.path("allocatedResources")));
        }
        return effective;
    }

    private JsonNode status(String name) {
        for (var field :
                new String[] {"status.initContainerStatuses", "status.containerStatuses"}) {
            for (var status : Values.items(Values.at(pod, field))) {
                if (Values.text(status, "name").equals(name)) {
                    return status;
                }
            }
        }
        return pod.path("none");
    }

    private boolean isInfeasible() {
        return Values.items(Values.at(pod, "status.conditions")).stream()
                .filter(condition -> Values.text(condition, "type").equals("PodResizePending"))
                .findFirst()
                .filter(condition -> Values.text(condition, "reason").equals("Infeasible"))
                .isPresent();
    }

    static Map<String, Quantity> quantities(JsonNode amounts) {
        var quantities = new TreeMap<String, Quantity>();
        if (amounts.isObject()) {
            amounts.properties()
                    .forEach(amount ->
                            quantities.put(amount.getKey(), Quantity.of(amount.getValue())));
        }
        return quantities;
    }

    static void add(Map<String, Quantity> sum, Map<String, Quantity> more) {
        more.forEach((name, quantity) -> sum.merge(name, quantity, Quantity::plus));
    }

    private static void greater(Map<String, Quantity> sum, Map<String, Quantity> other) {
        other.forEach((name, quantity) ->
                sum.merge(name, quantity, (a, b) -> b.compareTo(a) > 0 ? b : a));
    }
}
