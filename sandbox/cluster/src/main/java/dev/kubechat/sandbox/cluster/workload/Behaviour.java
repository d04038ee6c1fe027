package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import java.util.Arrays;

/** How a pod fares, as its annotation {@code sandbox.kubechat.dev/behaviour} says; without one it is ready. */
public enum Behaviour {
    READY,
    NOT_READY,
    CRASH,
    OOM,
    IMAGE_PULL,
    PENDING,
    COMPLETE,
    FAIL;

    private static final String ANNOTATION = "sandbox.kubechat.dev/behaviour";

    public static Behaviour of(KubeObject pod) {
        var word = pod.annotation(ANNOTATION);
        var ofJob = pod.controller().filter(owner -> owner.kind().equals("Job")).isPresent();
        return Arrays.stream(values())
                .filter(behaviour -> behaviour.word().equals(word))
                .findFirst()
                .orElse(ofJob ? COMPLETE : READY);
    }

    /** As the annotation has it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
