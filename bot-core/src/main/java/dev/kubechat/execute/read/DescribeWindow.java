package dev.kubechat.execute.read;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.describe.NotShown;
import dev.kubechat.execute.describe.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The cluster through one caller's eyes, for descriptions. Remembers what it did not show. */
final class DescribeWindow implements Window {

    private static final int PAGE = 500;

    /** Nobody reads more, and each is held in memory. */
    private static final int MOST = 5000;

    private final Sight sight;
    private final Instant now;
    private final Set<String> notes = new LinkedHashSet<>();

    DescribeWindow(Sight sight, Instant now) {
        this.sight = sight;
        this.now = now;
    }

    /** Sentences on what was left out. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** What is told in another way is no note. */
    void told(NotShown notShown) {
        notes.remove(no(notShown).sentence());
    }

    static No no(NotShown notShown) {
        return notShown.getCause() instanceof No no
                ? no
                : new No(notShown.words(), notShown.words() + "\n");
    }

    @Override
    public JsonNode get(Resource resource, @Nullable String namespace, String name) {
        return answer(sight.api().get(path(resource, namespace).at(name)));
    }

    @Override
    public List<JsonNode> list(
            Resource resource,
            @Nullable String namespace,
            @Nullable String labelSelector,
            @Nullable String fieldSelector) {
        var path =
                path(resource, namespace)
                        .with("labelSelector", labelSelector)
                        .with("fieldSelector", fieldSelector)
                        .with("limit", String.valueOf(PAGE));
        var items = new ArrayList<JsonNode>();
        var page = answer(sight.api().get(path));
        page.path("items").forEach(items::add);
        for (var next = next(page); !next.isEmpty(); next = next(page)) {
            if (items.size() >= MOST) {
                notes.add(
                        "Only the first %d %s were looked at."
                                .formatted(items.size(), resource.plural()));
                break;
            }
            page = answer(sight.api().get(path.with("continue", next)));
            page.path("items").forEach(items::add);
        }
        return items;
    }

    private static String next(JsonNode page) {
        return page.path("metadata").path("continue").asString("");
    }

    private static ApiPath path(Resource resource, @Nullable String namespace) {
        return ApiPath.collection(
                resource.group(), resource.version(), resource.plural(), namespace);
    }

    private JsonNode answer(Reply reply) {
        try {
            return sight.answer(reply);
        } catch (No no) {
            if (reply.code() == 403) {
                notes.add(no.sentence());
            }
            var words = reply.json().path("message").asString("");
            throw new NotShown(
                    Masking.text(words.isBlank() ? reply.message() : words), reply.code(), no);
        }
    }

    @Override
    public JsonNode masked(JsonNode object) {
        return Masking.object(object);
    }

    @Override
    public String since(String timestamp) {
        return Ages.since(timestamp, now);
    }

    @Override
    public String human(Duration duration) {
        return Ages.of(duration);
    }

    @Override
    public ZoneId zone() {
        return ZoneId.systemDefault();
    }
}
