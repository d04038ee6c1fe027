package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import java.util.HashMap;
import java.util.Map;

/** Plays the containers: a pod on a node fares as its {@link Behaviour} says, and one that is to go goes. */
final class Kubelet implements Controller {
    private static final String COMPONENT = "kubelet";

    private final World world;
    private final Map<String, Behaviour> played = new HashMap<>();

    Kubelet(World world) {
        this.world = world;
    }

    @Override
    public void reconcile() {
        for (var pod : world.list("pods")) {
            if (pod.text("/spec/nodeName").isEmpty()) {
                continue;
            }
            if (pod.isBeingDeleted()) {
                end(pod);
            } else if (!Pods.isOver(pod)) {
                play(pod);
            }
        }
    }

    private void end(KubeObject pod) {
        if (!pod.items("/metadata/finalizers").isEmpty()) {
            return;
        }
        if (!Pods.isOver(pod)) {
            pod.items("/spec/containers")
                    .forEach(container ->
                            world.events()
                                    .normal(
                                            pod,
                                            COMPONENT,
                                            "Killing",
                                            "Stopping container "
                                                    + container.path("name").asString("")));
        }
        played.remove(pod.uid());
        world.remove(world.type("pods"), pod);
    }

    private void play(KubeObject pod) {
        var behaviour = Behaviour.of(pod);
        boolean begun = pod.at("/status/containerStatuses").isArray();
        if (begun && played.getOrDefault(pod.uid(), behaviour) == behaviour) {
            played.put(pod.uid(), behaviour);
            return;
        }
        played.put(pod.uid(), behaviour);
        world.change(
                "pods",
                pod,
                json ->
                        new PodStatus(pod, json.withObject("/status"), world.now())
                                .become(behaviour));
        if (PodStory.isFresh(pod, world.now())) {
            tellStart(pod, behaviour);
        }
        tellTrouble(pod, behaviour);
    }

    private void tellStart(KubeObject pod, Behaviour behaviour) {
        for (var container : pod.items("/spec/containers")) {
            var image = container.path("image").asString("");
            if (behaviour == Behaviour.IMAGE_PULL) {
                world.events()
                        .normal(pod, COMPONENT, "Pulling", "Pulling image \"%s\"".formatted(image));
                continue;
            }
            world.events()
                    .normal(
                            pod,
                            COMPONENT,
                            "Pulled",
                            "Container image \"%s\" already present on machine and can be accessed by the pod"
                                    .formatted(image));
            world.events().normal(pod, COMPONENT, "Created", "Container created");
            world.events().normal(pod, COMPONENT, "Started", "Container started");
        }
    }

    private void tellTrouble(KubeObject pod, Behaviour behaviour) {
        for (var container : pod.items("/spec/containers")) {
            var name = container.path("name").asString("");
            var image = container.path("image").asString("");
            switch (behaviour) {
                case CRASH, OOM ->
                        PodStory.repeated(
                                world,
                                pod,
                                COMPONENT,
                                "BackOff",
                                "Back-off restarting failed container %s in pod %s_%s(%s)"
                                        .formatted(name, pod.name(), pod.namespace(), pod.uid()));
                case IMAGE_PULL -> {
                    PodStory.repeated(
                            world,
                            pod,
                            COMPONENT,
                            "Failed",
                            "Failed to pull image \"%s\": rpc error: code = NotFound desc = failed to pull and unpack image \"%s\": not found"
                                    .formatted(image, image));
                    PodStory.repeated(
                            world,
                            pod,
                            COMPONENT,
                            "BackOff",
                            "Back-off pulling image \"%s\"".formatted(image));
                }
                case NOT_READY ->
                        PodStory.repeated(
                                world,
                                pod,
                                COMPONENT,
                                "Unhealthy",
                                "Readiness probe failed: HTTP probe failed with statuscode: 503");
                case READY, PENDING, COMPLETE, FAIL -> {}
            }
        }
    }
}
