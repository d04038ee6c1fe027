package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;

/** Keeps what an autoscaler watches within its bounds. The load in its metrics is that of the data; it never changes. */
final class Autoscalers implements Controller {
    private static final String AUTOSCALERS = "horizontalpodautoscalers.autoscaling";

    private final World world;

    Autoscalers(World world) {
        this.world = world;
    }

    @Override
    public void reconcile() {
        world.list(AUTOSCALERS).stream().filter(a -> !a.isBeingDeleted()).forEach(this::reconcile);
    }

    private void reconcile(KubeObject autoscaler) {
        var type =
                world.typeOf(
                        autoscaler.text("/spec/scaleTargetRef/apiVersion"),
                        autoscaler.text("/spec/scaleTargetRef/kind"));
        var target =
                type.flatMap(t ->
                        world.find(
                                t.qualifiedName(),
                                autoscaler.namespace(),
                                autoscaler.text("/spec/scaleTargetRef/name")));
        if (target.isEmpty()) {
            return;
        }
        int now = target.get().number("/spec/replicas", 1);
        int low = autoscaler.number("/spec/minReplicas", 1);
        int wanted =
                Math.clamp(now, low, Math.max(low, autoscaler.number("/spec/maxReplicas", now)));
        if (now != 0 && now != wanted) {
            world.change(
                    type.orElseThrow(),
                    target.get(),
                    json -> json.withObject("/spec").put("replicas", wanted));
            world.events()
                    .normal(
                            autoscaler,
                            "horizontal-pod-autoscaler",
                            "SuccessfulRescale",
                            "New size: %d; reason: Current number of replicas %s"
                                    .formatted(
                                            wanted,
                                            now < wanted
                                                    ? "below Spec.MinReplicas"
                                                    : "above Spec.MaxReplicas"));
        }
        int shown = now == 0 ? 0 : wanted;
        world.change(
                AUTOSCALERS,
                autoscaler,
                json ->
                        json.withObject("/status")
                                .put("currentReplicas", shown)
                                .put("desiredReplicas", shown));
    }
}
