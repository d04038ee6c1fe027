package dev.kubechat.sandbox.cluster.api;

import dev.kubechat.sandbox.cluster.object.ObjectKey;
import dev.kubechat.sandbox.cluster.object.ResourceType;
import dev.kubechat.sandbox.cluster.object.StatusError;
import dev.kubechat.sandbox.cluster.store.Listing;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Answers get and list. */
final class Reading {
    private final ObjectStore store;
    private final InstantSource clock;

    Reading(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    Reply get(ResourceType type, Target.Resource target, Call call) {
        var object =
                store.find(type, target.key())
                        .orElseThrow(() -> StatusError.notFound(type, target.name()));
        return Reply.ok(View.of(call, clock).one(Versions.toClient(object, type), type));
    }

    Reply list(ResourceType type, Target.Resource target, Call call) {
        var view = View.of(call, clock);
        call.number("resourceVersion", 0);
        var selection = Selection.of(type, target, call);
        var all = store.list(type);
        var wanted =
                all.objects().stream()
                        .filter(object -> selection.holds(object))
                        .map(object -> Versions.toClient(object, type))
                        .toList();
        var page = Page.of(call);
        var start =
                page.after()
                        .map(last ->
                                (int)
                                        wanted.stream()
                                                .filter(o -> o.key().compareTo(last) <= 0)
                                                .count())
                        .orElse(0);
        int end = page.limit() > 0 ? Math.min(wanted.size(), start + page.limit()) : wanted.size();
        var list = view.list(new Listing(all.revision(), wanted.subList(start, end)), type);
        if (end < wanted.size()) {
            var metadata = list.withObject("/metadata");
            metadata.put("continue", Page.token(wanted.get(end - 1).key()));
            if (call.parameter("labelSelector").isEmpty()
                    && call.parameter("fieldSelector").isEmpty()) {
                metadata.put("remainingItemCount", wanted.size() - end);
            }
        }
        return Reply.ok(list);
    }

    /** Where a list goes on. A page is read from the objects of that moment, not from those of the first page. */
    private record Page(int limit, Optional<ObjectKey> after) {
        static Page of(Call call) {
            int limit = Math.clamp(call.number("limit", 0), 0, Integer.MAX_VALUE);
            var token = call.parameter("continue");
            return new Page(limit, token.isEmpty() ? Optional.empty() : Optional.of(key(token)));
        }

        static String token(ObjectKey last) {
            var text = last.namespace() + "/" + last.name();
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        private static ObjectKey key(String token) {
            try {
                var parts =
                        List.of(
                                new String(
                                                Base64.getUrlDecoder().decode(token),
                                                StandardCharsets.UTF_8)
                                        .split("/", 2));
                if (parts.size() == 2) {
                    return new ObjectKey(parts.getFirst(), parts.getLast());
                }
                throw new IllegalArgumentException("it names no object");
            } catch (IllegalArgumentException e) {
                throw StatusError.badRequest(
                        "invalid continue token: continue key is not valid: " + e.getMessage());
            }
        }
    }
}
