package dev.kubechat.execute.api;

import dev.kubechat.execute.api.Sight.No;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** An object, looked at now and after each of its changes, as long as patience lasts. */
public final class Watched {

    private final Sight sight;
    private final ApiPath list;
    private final Patience patience;

    public Watched(
            Sight sight,
            ApiResource resource,
            @Nullable String namespace,
            String name,
            Patience patience) {
        this(
                sight,
                ApiPath.of(resource, namespace).with("fieldSelector", "metadata.name=" + name),
                patience);
    }

    public Watched(Sight sight, ApiPath list, Patience patience) {
        this.sight = sight;
        this.list = list;
        this.patience = patience;
    }

    /** Until there is anything at all; false if time ran out before. */
    public boolean untilAny() {
        while (true) {
            var listed = sight.list(list);
            if (!listed.path("items").isEmpty()) {
                return true;
            }
            if (patience.isOver()) {
                return false;
            }
            var end = follow(version(listed), seen -> !seen.gone());
            if (end.isPresent()) {
                return end.get() == End.ENOUGH;
            }
        }
    }

    private static String version(JsonNode listed) {
        return listed.path("metadata").path("resourceVersion").asString("");
    }

    /** What is seen: an object that is there, or one that has just gone. */
    public record Seen(JsonNode object, boolean gone) {}

    public enum End {
        ENOUGH,
        MISSING,
        TIME
    }

    /**
     * @param enough called with all that is seen, until it says so
     * @return MISSING if there is no such object to begin with
     * @throws No if the server refuses it
     */
    public End until(Predicate<Seen> enough) {
        while (true) {
            var listed = sight.list(list);
            var item = listed.path("items").path(0);
            if (item.isMissingNode()) {
                return End.MISSING;
            }
            if (enough.test(new Seen(item, false))) {
                return End.ENOUGH;
            }
            var end = follow(version(listed), enough);
            if (end.isPresent()) {
                return end.get();
            }
        }
    }

    // empty when the server ends the watch early, so that it has to be begun anew
    private Optional<End> follow(String version, Predicate<Seen> enough) {
        var path =
                list.with("watch", "true")
                        .with("resourceVersion", version)
                        .with("timeoutSeconds", String.valueOf(patience.left().toSeconds() + 1));
        try (var lines = sight.api().follow(path, Api.JSON, patience)) {
            if (lines.code() != 200) {
                return patience.isOver() ? Optional.of(End.TIME) : Optional.empty();
            }
            while (!patience.isOver()) {
                var line = lines.next(patience.left());
                if (line.isEmpty()) {
                    return patience.isOver() ? Optional.of(End.TIME) : Optional.empty();
                }
                var event = event(line.get());
                var type = event.path("type").asString("");
                if (type.equals("ERROR")) {
                    return Optional.empty();
                }
                if (!type.equals("BOOKMARK")
                        && enough.test(new Seen(event.path("object"), type.equals("DELETED")))) {
                    return Optional.of(End.ENOUGH);
                }
            }
            return Optional.of(End.TIME);
        }
    }

    private static JsonNode event(String line) {
        try {
            return Reply.JSON.readTree(line);
        } catch (JacksonException broken) {
            return Reply.JSON.createObjectNode().put("type", "ERROR");
        }
    }
}
