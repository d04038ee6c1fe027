package dev.kubechat.execute.describe;

import dev.kubechat.execute.print.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the pods of a node take of it. */
final class NodeResources {

    private static final String HUGE_PAGES = "hugepages-";
    private static final List<String> STANDARD = List.of("cpu", "memory", "ephemeral-storage");

    // what Go makes of a share of nothing: not a number, or no end, as a whole number
    private static final long MISSING = Long.MIN_VALUE;

    private final List<JsonNode> pods;
    private final Page page;
    private final Map<String, Quantity> there;

    NodeResources(JsonNode node, List<JsonNode> pods, Page page) {
        var allocatable = Values.at(node, "status.allocatable");
        this.pods = pods;
        this.page = page;
        this.there =
                PodResources.quantities(
                        Values.map(allocatable).isEmpty()
                                ? Values.at(node, "status.capacity")
                                : allocatable);
    }

    void print() {
        page.field("Non-terminated Pods", "(%d in total)".formatted(pods.size()));
        page.write(
                1,
                "Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits"
                        + "\tAge\n");
        page.write(
                1,
                "---------\t----\t\t------------\t----------\t---------------\t-------------"
                        + "\t---\n");
        var requests = new TreeMap<String, Quantity>();
        var limits = new TreeMap<String, Quantity>();
        for (var pod : pods) {
            pod(pod);
            PodResources.add(requests, PodResources.requests(pod, false));
            PodResources.add(limits, PodResources.limits(pod, false));
        }
        totals(requests, limits);
    }

    private void pod(JsonNode pod) {
        var requests = PodResources.requests(pod, true);
        var limits = PodResources.limits(pod, true);
        page.write(
                1,
                String.join(
                                "\t",
                                Values.text(pod, "metadata.namespace"),
                                Values.text(pod, "metadata.name"),
                                "",
                                share(requests, "cpu", MISSING),
                                share(limits, "cpu", MISSING),
                                share(requests, "memory", MISSING),
                                share(limits, "memory", MISSING),
                                page.since(Values.at(pod, "metadata.creationTimestamp")))
                        + "\n");
    }

    private String share(Map<String, Quantity> used, String name, long ofNothing) {
        var quantity = used.getOrDefault(name, Quantity.ZERO);
        return "%s (%d%%)".formatted(quantity, percent(quantity, name, ofNothing));
    }

    private long percent(Quantity used, String name, long ofNothing) {
        var all = there.getOrDefault(name, Quantity.ZERO);
        if (all.isZero()) {
            return ofNothing;
        }
        return (long) (number(used, name) / number(all, name) * 100);
    }

    private static double number(Quantity quantity, String name) {
        BigDecimal number = name.equals("cpu") ? quantity.thousandths() : quantity.units();
        return number.doubleValue();
    }

    private void totals(Map<String, Quantity> requests, Map<String, Quantity> limits) {
        page.write(0, "Allocated resources:\n");
        page.write(1, "(Total limits may be over 100 percent, i.e., overcommitted.)\n");
        page.write(1, "Resource\tRequests\tLimits\n");
        page.write(1, "--------\t--------\t------\n");
        var shared = new ArrayList<>(STANDARD);
        there.keySet().stream().filter(name -> name.startsWith(HUGE_PAGES)).forEach(shared::add);
        for (var name : shared) {
            page.write(
                    1,
                    "%s\t%s\t%s\n"
                            .formatted(name, share(requests, name, 0), share(limits, name, 0)));
        }
        there.keySet().stream()
                .filter(name -> !shared.contains(name) && !name.equals("pods"))
                .forEach(name ->
                        page.write(
                                1,
                                "%s\t%s\t%s\n"
                                        .formatted(
                                                name,
                                                requests.getOrDefault(name, Quantity.ZERO),
                                                limits.getOrDefault(name, Quantity.ZERO))));
    }
}
