package dev.kubechat.execute.change;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static dev.kubechat.execute.change.ExecuteFixture.changesThrough;
import static dev.kubechat.execute.change.ExecuteFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.FakeApiServer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretOfFilesTest {

    private static final Map<String, String> ANSWERS =
            Map.of(
                    "/api",
                    "{\"versions\": [\"v1\"]}",
                    "/api/v1",
                    """
                    {"resources": [{"name": "secrets", "singularName": "secret", "kind": "Secret", "namespaced": true, "verbs": ["get", "create", "patch"]}]}
                    """,
                    "/api/v1/namespaces/shop/secrets/web",
                    """
                    {"kind": "Secret", "apiVersion": "v1", "metadata": {"name": "web", "namespace": "shop", "uid": "u"}}
                    """);

    private final FakeApiServer server =
            new FakeApiServer(exchange -> {
                var patched = exchange.getRequestMethod().equals("PATCH");
                var answer = ANSWERS.get(exchange.getRequestURI().getPath());
                answering(
                                200,
                                patched
                                        ? """
                                        {"kind": "Secret", "apiVersion": "v1", "metadata": {"name": "web", "namespace": "shop", "uid": "u"}, "data": {"a": "Yg=="}}
                                        """
                                        : answer == null ? "{}" : answer)
                        .answer(exchange);
            });
    private final ClusterDoor door = doorTo(server.kubeconfig());

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create secret generic web -n shop --from-file=site.conf",
                "create secret generic web -n shop --from-env-file=site.env",
                "create secret docker-registry web -n shop --from-file=config.json",
                "patch secret web -n shop --patch-file=patch.json"
            })
    void P9_isNotMadeFromAChat(String line) {
        var preview =
                changesThrough(door)
                        .preview(
                                command(line),
                                caller("alice", "sre"),
                                _ -> Optional.of(line.startsWith("patch") ? "{}" : "TOKEN=a"));

        assertThat(preview)
                .isInstanceOfSatisfying(
                        Preview.Impossible.class,
                        impossible ->
                                assertThat(impossible.sentence())
                                        .startsWith("A secret's values are not set from a chat"));
    }
}
