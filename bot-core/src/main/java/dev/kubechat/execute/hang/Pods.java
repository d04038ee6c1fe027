package dev.kubechat.execute.hang;

import dev.kubechat.execute.hang.Surroundings.Found;
import dev.kubechat.execute.hang.Surroundings.Resource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The pods around. */
final class Pods {

    static final Resource RESOURCE = Resource.core("pods");

    private final Surroundings around;

    public Pods(Surroundings around) {
        this.around = around;
    }

    /** Those that run or are about to. */
    Found running(@Nullable String namespace, String selector) {
        return onlyRunning(around.list(RESOURCE, namespace, selector, null));
    }

    Found runningOn(String node) {
        return onlyRunning(around.list(RESOURCE, null, null, "spec.nodeName=" + node));
    }

    Found runningIn(@Nullable String namespace) {
        return onlyRunning(around.list(RESOURCE, namespace));
    }

    private static Found onlyRunning(Found found) {
        return new Found(found.items().stream().filter(Pods::runs).toList(), found.whole());
    }

    private static boolean runs(JsonNode pod) {
        var phase = pod.path("status").path("phase").asString("");
        return !phase.equals("Succeeded")
                && !phase.equals("Failed")
                && !pod.path("metadata").has("deletionTimestamp");
    }

    public static String name(JsonNode object) {
        return object.path("metadata").path("name").asString("");
    }

    static String namespace(JsonNode object) {
        return object.path("metadata").path("namespace").asString("");
    }

    static Optional<JsonNode> controller(JsonNode object) {
        return object.path("metadata")
                .path("ownerReferences")
                .valueStream()
                .filter(owner -> owner.path("controller").asBoolean(false))
                .findFirst();
    }

    /** What people know the pod by: its deployment or other controller, or itself. */
    static String workload(JsonNode pod) {
        var controller = controller(pod);
        if (controller.isEmpty()) {
            return name(pod);
        }
        var name = controller.get().path("name").asString("");
        var hash = "-" + Labels.of(pod).path("pod-template-hash").asString("-");
        return name.endsWith(hash) ? name.substring(0, name.length() - hash.length()) : name;
    }

    static String workloads(List<JsonNode> pods) {
        return Phrases.list(pods.stream().map(Pods::workload).sorted().toList());
    }
}
