package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import java.util.List;
import java.util.Set;

/** What is asked of pods. */
public final class Pods {
    private static final Set<String> OVER = Set.of("Succeeded", "Failed");

    private Pods() {}

    public static boolean isReady(KubeObject pod) {
        return pod.items("/status/conditions").stream()
                .anyMatch(c ->
                        c.path("type").asString("").equals("Ready")
                                && c.path("status").asString("").equals("True"));
    }

    static boolean isOver(KubeObject pod) {
        return OVER.contains(pod.text("/status/phase"));
    }

    static List<KubeObject> living(List<KubeObject> pods) {
        return pods.stream().filter(pod -> !pod.isBeingDeleted() && !isOver(pod)).toList();
    }
}
