package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.admission.Dispersal;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the status of a pod that fares in one way or another. */
record PodStatus(KubeObject pod, ObjectNode status, Instant now) {

    void become(Behaviour behaviour) {
        boolean restarts = pod.text("/spec/restartPolicy").equals("Always");
        switch (behaviour) {
            case READY, PENDING -> run(true);
            case NOT_READY -> run(false);
            case CRASH -> restartAgainAndAgain(new Ending(1, "Error"));
            case OOM -> restartAgainAndAgain(new Ending(137, "OOMKilled"));
            case IMAGE_PULL -> waitForImage();
            case COMPLETE -> {
                if (restarts) {
                    restartAgainAndAgain(new Ending(0, "Completed"));
                } else {
                    end("Succeeded", new Ending(0, "Completed"));
                }
            }
            case FAIL -> {
                if (restarts) {
                    restartAgainAndAgain(new Ending(1, "Error"));
                } else {
                    end("Failed", new Ending(1, "Error"));
                }
            }
        }
    }

    private record Ending(int exitCode, String reason) {}

    private void run(boolean ready) {
        begin("Running", ready);
        for (var container : containers()) {
            container.putObject("state").putObject("running").put("startedAt", began().toString());
            container.put("ready", ready).put("started", true);
        }
    }

    private void restartAgainAndAgain(Ending ending) {
        begin("Running", false);
        var finished = PodStory.isFresh(pod, now) ? now : now.minusSeconds(140);
        int restarts = PodStory.isFresh(pod, now) ? 1 : PodStory.restarts(pod, now);
        for (var container : containers()) {
            container
                    .putObject("state")
                    .putObject("waiting")
                    .put("reason", "CrashLoopBackOff")
                    .put(
                            "message",
                            "back-off 5m0s restarting failed container=%s pod=%s_%s(%s)"
                                    .formatted(
                                            container.path("name").asString(""),
                                            pod.name(),
                                            pod.namespace(),
                                            pod.uid()));
            terminated(container.putObject("lastState"), ending, finished);
            container.put("restartCount", restarts).put("started", false);
        }
    }

    private void waitForImage() {
        begin("Pending", false);
        for (var container : containers()) {
            var image = container.path("image").asString("");
            container
                    .putObject("state")
                    .putObject("waiting")
                    .put("reason", "ImagePullBackOff")
                    .put(
                            "message",
                            "Back-off pulling image \"%s\": ErrImagePull: rpc error: code = NotFound desc = failed to pull and unpack image \"%s\": not found"
                                    .formatted(image, image));
            container.put("imageID", "").put("started", false);
            container.remove("containerID");
        }
    }

    private void end(String phase, Ending ending) {
        begin(phase, false);
        for (var container : containers()) {
            terminated(
                    container.putObject("state"),
                    ending,
                    PodStory.isFresh(pod, now) ? now : began().plusSeconds(37));
            container.put("started", false);
        }
    }

    private void terminated(ObjectNode state, Ending ending, Instant finished) {
        var started = PodStory.isFresh(pod, now) ? began() : finished.minusSeconds(8);
        state.putObject("terminated")
                .put("exitCode", ending.exitCode())
                .put("reason", ending.reason())
                .put("startedAt", (ending.exitCode() == 0 ? began() : started).toString())
                .put("finishedAt", finished.toString());
    }

    private void begin(String phase, boolean ready) {
        status.put("phase", phase);
        status.put("startTime", began().toString());
        int number = Math.floorMod(Dispersal.of(pod.uid()), 60_000);
        var ip = "10.244.%d.%d".formatted(number / 250 % 250, 2 + number % 250);
        if (!status.has("podIP")) {
            status.put(
                            "hostIP",
                            "10.0.0."
                                    + (10
                                            + Math.floorMod(
                                                    Dispersal.of(pod.text("/spec/nodeName")), 200)))
                    .put("podIP", ip);
            status.putArray("podIPs").addObject().put("ip", ip);
        }
        boolean over = phase.equals("Succeeded");
        condition("PodReadyToStartContainers", !over, "");
        condition("Initialized", true, over ? "PodCompleted" : "");
        condition("Ready", ready, ready ? "" : over ? "PodCompleted" : "ContainersNotReady");
        condition(
                "ContainersReady",
                ready,
                ready ? "" : over ? "PodCompleted" : "ContainersNotReady");
        status.putArray("containerStatuses");
        pod.items("/spec/containers").forEach(this::addContainer);
    }

    private void addContainer(JsonNode container) {
        var name = container.path("name").asString("");
        var image = container.path("image").asString("");
        var id = Integer.toHexString(Dispersal.of(pod.uid() + name));
        var added =
                status.withArray("/containerStatuses")
                        .addObject()
                        .put("name", name)
                        .put("image", image)
                        .put(
                                "imageID",
                                image
                                        + "@sha256:"
                                        + id.repeat(8).substring(0, Math.min(64, id.length() * 8)))
                        .put("containerID", "containerd://" + id.repeat(8))
                        .put("ready", false)
                        .put("restartCount", 0);
        added.putObject("lastState");
    }

    private Iterable<ObjectNode> containers() {
        return status.withArray("/containerStatuses").values().stream()
                .map(c -> (ObjectNode) c)
                .toList();
    }

    private void condition(String type, boolean holds, String reason) {
        var names =
                pod.items("/spec/containers").stream()
                        .map(c -> c.path("name").asString(""))
                        .toList();
        var message =
                reason.equals("ContainersNotReady")
                        ? "containers with unready status: [%s]".formatted(String.join(" ", names))
                        : "";
        Conditions.set(status, began(), new Conditions.Word(type, holds, reason, message));
    }

    private Instant began() {
        return PodStory.began(pod, now);
    }
}
