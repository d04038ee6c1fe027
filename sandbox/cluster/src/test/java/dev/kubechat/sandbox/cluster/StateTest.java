package dev.kubechat.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {
    private static final String CHECKOUT = "/apis/apps/v1/namespaces/shop/deployments/checkout";

    @TempDir private Path folder;

    @Test
    void aClusterComesBackAsItWas() {
        var options = StageClusterOptions.shop().keptIn(folder.resolve("cluster.json"));
        String token;
        Answer before;
        try (var cluster = StageCluster.start(options)) {
            Client.admin(cluster).patch(CHECKOUT, Client.MERGE, "{\"spec\": {\"replicas\": 5}}");
            cluster.settle();
            token = cluster.token("bot");
            before = Client.admin(cluster).get(CHECKOUT);
        }
        try (var cluster = StageCluster.start(options)) {
            assertThat(Client.admin(cluster).get(CHECKOUT)).isEqualTo(before);
            assertThat(cluster.token("bot")).isEqualTo(token);
        }
    }

    @Test
    void itsFileIsForItsOwnerOnly() throws IOException {
        var file = folder.resolve("cluster.json");
        StageCluster.start(StageClusterOptions.empty().keptIn(file)).close();
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileThatIsNoClusterIsLeftAlone() throws IOException {
        var file = Files.writeString(folder.resolve("cluster.json"), "something else");
        assertThatThrownBy(() -> StageCluster.start(StageClusterOptions.empty().keptIn(file)))
                .hasMessage(
                        file
                                + " is not a cluster saved by this version; move it away to start"
                                + " with a fresh shop");
        assertThat(file).hasContent("something else");
    }

    @Test
    void anOutageRefusesConnectionsAndKeepsTheState() {
        try (var cluster = StageCluster.start(StageClusterOptions.shop())) {
            var url = cluster.url();
            var before = Client.admin(cluster).get(CHECKOUT);
            cluster.beginOutage();
            assertThatThrownBy(() -> Client.admin(cluster).get(CHECKOUT))
                    .isInstanceOf(UncheckedIOException.class);
            cluster.endOutage();
            assertThat(cluster.url()).isEqualTo(url);
            assertThat(Client.admin(cluster).get(CHECKOUT)).isEqualTo(before);
        }
    }

    @Test
    void aTakenPortIsToldInASentence() {
        try (var first = StageCluster.start(StageClusterOptions.empty())) {
            var port = first.url().getPort();
            assertThatThrownBy(() -> StageCluster.start(StageClusterOptions.empty().onPort(port)))
                    .hasMessage("The in-process cluster cannot listen on port " + port);
        }
    }
}
