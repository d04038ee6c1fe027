package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.object.FieldError;
import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ObjectKey;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import dev.kubechat.sandbox.cluster.podlog.ContainerLog;
import dev.kubechat.sandbox.cluster.podlog.LogQuery;
import dev.kubechat.sandbox.cluster.podlog.Voices;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import dev.kubechat.sandbox.cluster.workload.Behaviour;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Answers the log subresource of pods. */
final class PodLogs {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final ObjectStore store;
    private final Voices voices = Voices.read();
    private final InstantSource clock;
    private final BooleanSupplier open;

    PodLogs(ObjectStore store, InstantSource clock, BooleanSupplier open) {
        this.store = store;
        this.clock = clock;
        this.open = open;
    }

    Reply answer(ResourceType pods, ObjectKey key, Call call) {
        var pod = store.find(pods, key).orElseThrow(() -> StatusError.notFound(pods, key.name()));
        var container = container(pod, call.parameter("container"));
        var log = log(pod, container, call.asks("previous"));
        var query = query(pod, call);
        if (!call.asks("follow")) {
            var out = new ByteArrayOutputStream();
            write(out, log.select(query, clock.instant()), query);
            int size = Math.min(out.size(), query.limitBytes().orElse(out.size()));
            return new Reply.Whole(
                    200,
                    "text/plain",
                    new String(out.toByteArray(), 0, size, StandardCharsets.UTF_8),
                    "");
        }
        return new Reply.Stream("text/plain", out -> follow(out, log, query, pods, pod));
    }

    private void follow(
            OutputStream out, ContainerLog log, LogQuery query, ResourceType pods, KubeObject pod)
            throws IOException, InterruptedException {
        var seen = clock.instant();
        var room = new Room(query.limitBytes().orElse(Integer.MAX_VALUE));
        send(out, log.select(query, seen), query, room);
        try (var watch = store.watch(pods, store.revision())) {
            while (open.getAsBoolean()
                    && room.left > 0
                    && lives(pods, pod)
                    && clock.instant().isBefore(log.end())) {
                watch.next(LOOK_EVERY);
                var now = clock.instant();
                send(out, log.between(seen, now), query, room);
                seen = now;
            }
        }
    }

    private boolean lives(ResourceType pods, KubeObject pod) {
        return store.find(pods, pod.key()).filter(now -> now.uid().equals(pod.uid())).isPresent();
    }

    /** How many bytes more a client takes. */
    private static final class Room {
        private int left;

        Room(int limit) {
            this.left = limit;
        }

        int take(int wanted) {
            int taken = Math.min(wanted, left);
            left -= taken;
            return taken;
        }
    }

    private static void send(
            OutputStream out, List<ContainerLog.Line> lines, LogQuery query, Room room)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        write(bytes, lines, query);
        out.write(bytes.toByteArray(), 0, room.take(bytes.size()));
        out.flush();
    }

    private static void write(
            ByteArrayOutputStream out, List<ContainerLog.Line> lines, LogQuery query) {
        for (var line : lines) {
            var text = query.timestamps() ? line.at() + " " + line.text() : line.text();
            out.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static JsonNode container(KubeObject pod, String wanted) {
        var all =
                Stream.concat(
                                pod.items("/spec/containers").stream(),
                                pod.items("/spec/initContainers").stream())
                        .toList();
        if (!wanted.isEmpty()) {
            return all.stream()
                    .filter(c -> c.path("name").asString("").equals(wanted))
                    .findFirst()
                    .orElseThrow(() ->
                            StatusError.badRequest(
                                    "container %s is not valid for pod %s"
                                            .formatted(wanted, pod.name())));
        }
        if (pod.items("/spec/containers").size() == 1) {
            return all.getFirst();
        }
        var chosen = pod.annotation("kubectl.kubernetes.io/default-container");
        return all.stream()
                .filter(c -> c.path("name").asString("").equals(chosen))
                .findFirst()
                .orElseThrow(() ->
                        StatusError.badRequest(
                                "a container name must be specified for pod %s, choose one of: [%s]"
                                        .formatted(
                                                pod.name(), names(pod.items("/spec/containers")))));
    }

    private static String names(List<JsonNode> containers) {
        return containers.stream()
                .map(c -> c.path("name").asString(""))
                .collect(Collectors.joining(" "));
    }

    private ContainerLog log(KubeObject pod, JsonNode container, boolean previous) {
        var name = container.path("name").asString("");
        var image = container.path("image").asString("");
        var status =
                pod.items("/status/containerStatuses").stream()
                        .filter(s -> s.path("name").asString("").equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                waiting(
                                        pod,
                                        name,
                                        pod.text("/spec/nodeName").isEmpty()
                                                ? ""
                                                : "ContainerCreating"));
        var behaviour = Behaviour.of(pod);
        var seed = pod.uid() + name + (previous ? "-" : "");
        if (previous
                || status.at("/state/waiting/reason").asString("").equals("CrashLoopBackOff")) {
            var last = status.at("/lastState/terminated");
            if (!last.isObject()) {
                throw StatusError.badRequest(
                        "previous terminated container \"%s\" in pod \"%s\" not found"
                                .formatted(name, pod.name()));
            }
            return ended(image, behaviour, seed, last);
        }
        if (status.at("/state/terminated").isObject()) {
            return ended(image, behaviour, seed, status.at("/state/terminated"));
        }
        if (status.at("/state/waiting").isObject()) {
            throw waiting(pod, name, status.at("/state/waiting/reason").asString(""));
        }
        var voice =
                behaviour == Behaviour.NOT_READY
                        ? voices.ended(image, behaviour.word())
                        : voices.of(image);
        var start = time(status.at("/state/running/startedAt"));
        return new ContainerLog(
                voice, seed, start, voice.closing().isEmpty() ? Instant.MAX : start.plusSeconds(2));
    }

    private ContainerLog ended(
            String image, Behaviour behaviour, String seed, JsonNode terminated) {
        return new ContainerLog(
                voices.ended(image, behaviour.word()),
                seed,
                time(terminated.path("startedAt")),
                time(terminated.path("finishedAt")));
    }

    private static StatusError waiting(KubeObject pod, String container, String reason) {
        var told =
                switch (reason) {
                    case "ErrImagePull", "ImagePullBackOff" -> "trying and failing to pull image";
                    default ->
                            reason.isEmpty()
                                    ? "waiting to be scheduled"
                                    : "waiting to start: " + reason;
                };
        return StatusError.badRequest(
                "container \"%s\" in pod \"%s\" is %s".formatted(container, pod.name(), told));
    }

    private LogQuery query(KubeObject pod, Call call) {
        var since = Optional.<Instant>empty();
        var seconds = amount(pod, call, "sinceSeconds", 1);
        if (seconds.isPresent()) {
            since = Optional.of(clock.instant().minusSeconds(seconds.getAsInt()));
        } else if (!call.parameter("sinceTime").isEmpty()) {
            since = Optional.of(sinceTime(call.parameter("sinceTime")));
        }
        return new LogQuery(
                amount(pod, call, "tailLines", 0),
                since,
                call.asks("timestamps"),
                amount(pod, call, "limitBytes", 1));
    }

    private static OptionalInt amount(KubeObject pod, Call call, String name, int least) {
        if (call.parameter(name).isEmpty()) {
            return OptionalInt.empty();
        }
        long value = call.number(name, 0);
        if (value < least) {
            var why = least == 0 ? "must be greater than or equal to 0" : "must be greater than 0";
            throw StatusError.invalid(
                    "PodLogOptions", "", pod.name(), List.of(FieldError.invalid(name, value, why)));
        }
        return OptionalInt.of(Math.clamp(value, 0, Integer.MAX_VALUE));
    }

    private static Instant sinceTime(String text) {
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (java.time.format.DateTimeParseException e) {
            throw StatusError.badRequest(
                    "sinceTime: Invalid value: \"%s\": must be a time as 2026-01-31T12:00:00Z"
                            .formatted(text));
        }
    }

    private static Instant time(JsonNode text) {
        return Instant.parse(text.asString("1970-01-01T00:00:00Z"));
    }
}
