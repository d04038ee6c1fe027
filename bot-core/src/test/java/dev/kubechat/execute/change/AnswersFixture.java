package dev.kubechat.execute.change;

import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.FakeApiServer.answering;

import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.FakeApiServer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** A cluster that has an answer to what it was told, and nothing of all else. */
final class AnswersFixture implements AutoCloseable {

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final FakeApiServer server =
            new FakeApiServer(exchange -> {
                var asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
                var answer = answers.get(asked);
                answering(
                                answer == null ? 404 : 200,
                                Objects.requireNonNullElse(answer, "{\"kind\": \"Status\"}"))
                        .answer(exchange);
            });
    private final ClusterDoor door = doorTo(server.kubeconfig());

    AnswersFixture() {
        to("GET /api", "{\"versions\": [\"v1\"]}");
        to("GET /apis", "{\"groups\": []}");
    }

    /** @param asked method and path, such as {@code GET /api/v1/pods} */
    void to(String asked, String json) {
        answers.put(asked, json);
    }

    ClusterDoor door() {
        return door;
    }

    List<FakeApiServer.Asked> asked() {
        return server.asked();
    }

    @Override
    public void close() {
        door.close();
        server.close();
    }
}
