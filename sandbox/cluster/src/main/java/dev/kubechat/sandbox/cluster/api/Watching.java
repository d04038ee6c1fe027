package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.object.KubeObject;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import dev.kubechat.sandbox.cluster.store.Change;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import dev.kubechat.sandbox.cluster.store.Watch;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers watch: one JSON event a line, until the client leaves, its timeout passes or the server stops. */
final class Watching {
    private static final Duration BOOKMARK_EVERY = Duration.ofSeconds(30);
    private static final long LONGEST_SECONDS = 1_800;

    private final ObjectStore store;
    private final InstantSource clock;
    private final BooleanSupplier open;

    Watching(ObjectStore store, InstantSource clock, BooleanSupplier open) {
        this.store = store;
        this.clock = clock;
        this.open = open;
    }

    Reply watch(ResourceType type, Target.Resource target, Call call) {
        var view = View.of(call, clock);
        var selection = Selection.of(type, target, call);
        if (call.header("upgrade").equalsIgnoreCase("websocket")) {
            return Reply.text(
                    ""); // what clients take as "no WebSocket here" before they ask again in plain
            // HTTP
        }
        var longest = longest(call);
        var version = call.parameter("resourceVersion");
        boolean fromNow =
                version.isEmpty() || version.equals("0") || call.asks("sendInitialEvents");
        var present = store.list(type);
        var watch = store.watch(type, fromNow ? present.revision() : since(version));
        var initial =
                fromNow
                        ? present.objects().stream().filter(selection::holds).toList()
                        : java.util.List.<KubeObject>of();
        return new Reply.Stream(
                "application/json",
                out -> {
                    try (watch) {
                        var events = new Events(out, view, type);
                        for (var object : initial) {
                            events.write("ADDED", object);
                        }
                        if (call.asks("sendInitialEvents") && call.asks("allowWatchBookmarks")) {
                            events.bookmark(present.revision(), true);
                        }
                        follow(watch, selection, events, call, longest);
                    }
                });
    }

    private void follow(
            Watch watch, Selection selection, Events events, Call call, Duration longest)
            throws IOException, InterruptedException {
        var end = clock.instant().plus(longest);
        while (open.getAsBoolean()) {
            var left = Duration.between(clock.instant(), end);
            if (!left.isPositive()) {
                return;
            }
            long told = store.revision(); // before looking, so that nothing up to it is left untold
            var change = watch.next(left.compareTo(BOOKMARK_EVERY) < 0 ? left : BOOKMARK_EVERY);
            if (change.isPresent()) {
                tell(change.get(), selection, events);
            } else if (call.asks("allowWatchBookmarks") && open.getAsBoolean()) {
                events.bookmark(told, false);
            }
        }
    }

    /** To a watch with a selector, an object appears when it begins to match and is deleted when it no longer does. */
    private static void tell(Change change, Selection selection, Events events) throws IOException {
        boolean matches = selection.holds(change.object());
        boolean matched = change.before().filter(selection::holds).isPresent();
        if (change.kind() == Change.Kind.DELETED) {
            if (matched || matches) {
                events.write("DELETED", change.object());
            }
        } else if (matches) {
            events.write(matched ? "MODIFIED" : "ADDED", change.object());
        } else if (matched) {
            events.write("DELETED", change.object());
        }
    }

    private static Duration longest(Call call) {
        long seconds = call.number("timeoutSeconds", LONGEST_SECONDS);
        return Duration.ofSeconds(
                seconds <= 0 ? LONGEST_SECONDS : Math.min(seconds, LONGEST_SECONDS));
    }

    private static long since(String version) {
        try {
            return Long.parseLong(version);
        } catch (NumberFormatException e) {
            throw StatusError.badRequest(
                    "resourceVersion: Invalid value: \"%s\": must be a number".formatted(version));
        }
    }

    private record Events(OutputStream out, View view, ResourceType type) {
        void write(String kind, KubeObject object) throws IOException {
            line(kind, view.one(Versions.toClient(object, type), type));
        }

        void bookmark(long revision, boolean initialEventsEnd) throws IOException {
            var object =
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("kind", type.kind())
                            .put("apiVersion", type.groupVersion().toString());
            var metadata =
                    object.putObject("metadata").put("resourceVersion", Long.toString(revision));
            if (initialEventsEnd) {
                metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
            }
            line(
                    "BOOKMARK",
                    view instanceof View.Table ? view.one(new KubeObject(object), type) : object);
        }

        private void line(String kind, ObjectNode object) throws IOException {
            var event = JsonNodeFactory.instance.objectNode().put("type", kind);
            event.set("object", object);
            out.write(JsonMapper.shared().writeValueAsBytes(event));
            out.write('\n');
            out.flush();
        }
    }
}
