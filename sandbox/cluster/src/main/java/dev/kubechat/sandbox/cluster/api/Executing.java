package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.object.Catalog;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ObjectKey;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import dev.kubechat.sandbox.cluster.program.Container;
import dev.kubechat.sandbox.cluster.program.Played;
import dev.kubechat.sandbox.cluster.program.Programs;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Answers the exec subresource of pods over a WebSocket: a few programs are played, none is started. */
final class Executing {
    private static final int OUT = 1;
    private static final int ERRORS = 2;
    private static final int END = 3;
    private static final int LARGEST_MESSAGE = 16 * 1024;

    private final ObjectStore store;
    private final ResourceType secrets;
    private final ResourceType configMaps;
    private final InstantSource clock;

    Executing(ObjectStore store, Catalog catalog, InstantSource clock) {
        this.store = store;
        this.secrets = catalog.named("secrets");
        this.configMaps = catalog.named("configmaps");
        this.clock = clock;
    }

    Reply answer(ResourceType pods, Target.Resource target, Call call) {
        var pod =
                store.find(pods, target.key())
                        .orElseThrow(() -> StatusError.notFound(pods, target.name()));
        var words = call.query().getOrDefault("command", List.of());
        if (words.isEmpty()) {
            throw StatusError.badRequest("you must specify at least 1 command for the container");
        }
        if (!call.header("upgrade").equalsIgnoreCase("websocket")) {
            throw StatusError.badRequest("Upgrade request required");
        }
        var container = container(pod, call.parameter("container"));
        if (Set.of("Succeeded", "Failed").contains(pod.text("/status/phase"))) {
            throw StatusError.badRequest(
                    "cannot exec into a container in a completed pod; current phase is "
                            + pod.text("/status/phase"));
        }
        var played =
                new Programs(
                                new Container(
                                        pod.name(),
                                        pod.text("/status/podIP"),
                                        variables(pod, container),
                                        clock.instant()))
                        .play(words);
        return new Reply.Frames(frames(played));
    }

    private static JsonNode container(KubeObject pod, String asked) {
        var all = pod.items("/spec/containers");
        if (asked.isEmpty() && all.size() == 1) {
            return all.getFirst();
        }
        return all.stream()
                .filter(container -> container.path("name").asString("").equals(asked))
                .findFirst()
                .orElseThrow(() ->
                        StatusError.badRequest(
                                "container %s is not valid for pod %s"
                                        .formatted(asked, pod.name())));
    }

    private SortedMap<String, String> variables(KubeObject pod, JsonNode container) {
        var variables = new TreeMap<String, String>();
        variables.put("HOSTNAME", pod.name());
        variables.put("KUBERNETES_SERVICE_HOST", "10.96.0.1");
        variables.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        for (var variable : container.path("env")) {
            variables.put(variable.path("name").asString(""), value(pod, variable));
        }
        return variables;
    }

    private String value(KubeObject pod, JsonNode variable) {
        var from = variable.path("valueFrom");
        if (from.path("secretKeyRef").isObject()) {
            var data = value(pod, secrets, from.path("secretKeyRef"));
            return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
        }
        return from.path("configMapKeyRef").isObject()
                ? value(pod, configMaps, from.path("configMapKeyRef"))
                : variable.path("value").asString("");
    }

    private String value(KubeObject pod, ResourceType type, JsonNode reference) {
        var key = new ObjectKey(pod.namespace(), reference.path("name").asString(""));
        return store.find(type, key)
                .map(found -> found.at("/data").path(reference.path("key").asString("")))
                .map(data -> data.asString(""))
                .orElse("");
    }

    /** Both outputs, and then how it ended. */
    private static byte[] frames(Played played) {
        var frames = new ByteArrayOutputStream();
        write(frames, OUT, played.out());
        write(frames, ERRORS, played.errors().getBytes(StandardCharsets.UTF_8));
        frames.writeBytes(
                WebSocketFrame.binary(END, JsonMapper.shared().writeValueAsBytes(end(played))));
        frames.writeBytes(WebSocketFrame.close());
        return frames.toByteArray();
    }

    private static void write(ByteArrayOutputStream frames, int channel, byte[] output) {
        for (int at = 0; at < output.length; at += LARGEST_MESSAGE) {
            var part =
                    Arrays.copyOfRange(output, at, Math.min(output.length, at + LARGEST_MESSAGE));
            frames.writeBytes(WebSocketFrame.binary(channel, part));
        }
    }

    private static JsonNode end(Played played) {
        var status = JsonNodeFactory.instance.objectNode();
        status.putObject("metadata");
        if (!played.broken().isEmpty()) {
            return status.put("status", "Failure")
                    .put("message", "Internal error occurred: " + played.broken())
                    .put("reason", "InternalError")
                    .put("code", 500);
        }
        if (played.exit() == 0) {
            return status.put("status", "Success");
        }
        var exit = Integer.toString(played.exit());
        status.put("status", "Failure")
                .put("message", "command terminated with non-zero exit code: exit status " + exit)
                .put("reason", "NonZeroExitCode");
        status.putObject("details")
                .putArray("causes")
                .addObject()
                .put("reason", "ExitCode")
                .put("message", exit);
        return status;
    }
}
