package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import java.time.Duration;
import java.time.Instant;

/** When things happened to a pod. A pod the shop opens with is old, and its story with it. */
final class PodStory {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration BACK_OFF = Duration.ofMinutes(5);
    private static final Duration TOLD = Duration.ofMinutes(50);

    private PodStory() {}

    static boolean isFresh(KubeObject pod, Instant now) {
        return Duration.between(pod.created(), now).compareTo(FRESH) < 0;
    }

    /** When its containers began. */
    static Instant began(KubeObject pod, Instant now) {
        return isFresh(pod, now) ? now : pod.created().plusSeconds(2);
    }

    /** How often a container that keeps dying has been started again: some quick tries, then one every five minutes. */
    static int restarts(KubeObject pod, Instant now) {
        return (int) (3 + Duration.between(pod.created(), now).dividedBy(BACK_OFF));
    }

    /** A warning that comes again and again; of an old pod, the count of the last hour. */
    static void repeated(
            World world, KubeObject pod, String component, String reason, String message) {
        var now = world.now();
        var age = Duration.between(pod.created(), now);
        var told = age.compareTo(TOLD) < 0 ? age : TOLD;
        int count = (int) (1 + told.dividedBy(Duration.ofSeconds(100)));
        var last = isFresh(pod, now) ? now : now.minusSeconds(95);
        world.events()
                .record(
                        pod,
                        new EventRecorder.Word(
                                "Warning",
                                component,
                                reason,
                                message,
                                count,
                                now.minus(told),
                                last));
    }
}
