package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.LabelSelector;
import tools.jackson.databind.JsonNode;

/** Counts for each disruption budget how many pods may go. */
final class Budgets implements Controller {
    private static final String BUDGETS = "poddisruptionbudgets.policy";

    private final World world;

    Budgets(World world) {
        this.world = world;
    }

    @Override
    public void reconcile() {
        world.list(BUDGETS).stream()
                .filter(budget -> !budget.isBeingDeleted())
                .forEach(this::reconcile);
    }

    private void reconcile(KubeObject budget) {
        var selector = LabelSelector.of(budget.at("/spec/selector"));
        var pods =
                Pods.living(world.list("pods", budget.namespace())).stream()
                        .filter(selector::matches)
                        .toList();
        int healthy = (int) pods.stream().filter(Pods::isReady).count();
        int wanted =
                budget.at("/spec/maxUnavailable").isMissingNode()
                        ? amount(budget.at("/spec/minAvailable"), pods.size())
                        : Math.max(
                                0,
                                pods.size()
                                        - amount(budget.at("/spec/maxUnavailable"), pods.size()));
        world.change(
                BUDGETS,
                budget,
                json -> {
                    var status = json.withObject("/status");
                    status.put("currentHealthy", healthy)
                            .put("desiredHealthy", wanted)
                            .put("disruptionsAllowed", Math.max(0, healthy - wanted));
                    status.put("expectedPods", pods.size())
                            .put("observedGeneration", budget.number("/metadata/generation", 1));
                });
    }

    private static int amount(JsonNode value, int of) {
        if (value.isNumber()) {
            return value.asInt(0);
        }
        var digits = value.asString("0%").replace("%", "");
        return digits.matches("\\d{1,3}")
                ? (int) Math.ceil(Integer.parseInt(digits) * of / 100.0)
                : 0;
    }
}
