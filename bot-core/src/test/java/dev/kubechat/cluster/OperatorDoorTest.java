package dev.kubechat.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.cluster.OperatorDoor.Operator;
import dev.kubechat.kubectl.Namespace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorDoorTest {

    @TempDir private Path folder;

    private FakeApiServer server;

    @BeforeEach
    void start() {
        server = new FakeApiServer(FakeApiServer.answering(200, "{}"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private OperatorDoor door(String kubeconfig, @Nullable String as, String... groups)
            throws Exception {
        var file = Files.writeString(folder.resolve("config"), kubeconfig);
        return OperatorDoor.open(new Operator(file, null, as, List.of(groups)));
    }

    private static void get(OperatorDoor door, String url) throws Exception {
        var request = door.http().newHttpRequestBuilder().uri(url + "/version").build();
        door.http().sendAsync(request, String.class).get();
    }

    @Test
    void actsAsTheKubeconfigsUser() throws Exception {
        try (var door = door(server.kubeconfig(), null)) {
            get(door, server.url());
        }

        assertThat(server.asked())
                .singleElement()
                .satisfies(asked ->
                        assertThat(asked.headers())
                                .containsEntry("Authorization", List.of("Bearer bot-token"))
                                .doesNotContainKeys("Impersonate-User", "Impersonate-Group"));
    }

    @Test
    void actsAsWhomTheOperatorNames() throws Exception {
        try (var door = door(server.kubeconfig(), "system:serviceaccount:shop:robot", "a", "b")) {
            get(door, server.url());
        }

        assertThat(server.asked())
                .singleElement()
                .satisfies(asked ->
                        assertThat(asked.headers())
                                .containsEntry(
                                        "Impersonate-User",
                                        List.of("system:serviceaccount:shop:robot"))
                                .containsEntry("Impersonate-Group", List.of("a", "b")));
    }

    @Test
    void callsNobodyButItsServer() throws Exception {
        try (var door = door(server.kubeconfig(), null);
                var other = new FakeApiServer(FakeApiServer.answering(200, "{}"))) {
            assertThatThrownBy(() -> get(door, other.url()))
                    .isInstanceOfAny(DoorShut.class, ExecutionException.class)
                    .hasMessageContaining("is not the cluster's server");
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void readsTheFilesThatTheKubeconfigNames() throws Exception {
        Files.writeString(folder.resolve("token.txt"), "a-token-in-a-file\n");
        var kubeconfig =
                server.kubeconfig().replace("{token: bot-token}", "{tokenFile: token.txt}");

        try (var door = door(kubeconfig, null)) {
            get(door, server.url());
        }

        assertThat(server.asked().getFirst().headers())
                .containsEntry("Authorization", List.of("Bearer a-token-in-a-file"));
    }

    @Test
    void refusesProgramsAsEverywhere() {
        var kubeconfig = server.kubeconfig().replace("{token: bot-token}", "{exec: {command: rm}}");

        assertThatThrownBy(() -> door(kubeconfig, null))
                .isInstanceOf(KubeconfigRefused.class)
                .hasMessageContaining("KubeChat runs no programs.");
    }

    @Test
    void knowsTheContextsNamespace() throws Exception {
        var kubeconfig =
                server.kubeconfig().replace("user: kubechat}", "user: kubechat, namespace: shop}");

        try (var said = door(kubeconfig, null);
                var unsaid = door(server.kubeconfig(), null)) {
            assertThat(said.namespace()).isEqualTo(new Namespace("shop"));
            assertThat(unsaid.namespace()).isEqualTo(new Namespace("default"));
        }
    }
}
