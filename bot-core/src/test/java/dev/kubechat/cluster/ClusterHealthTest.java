package dev.kubechat.cluster;

import static dev.kubechat.cluster.ClusterFixture.STAGING;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static dev.kubechat.cluster.FakeApiServer.breakingOff;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterHealthTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

    private final FakeApiServer server =
            new FakeApiServer(answering(200, "{\"gitVersion\":\"v1.36.3\"}"));
    private final ClusterDoor door = doorTo(server.kubeconfig());
    private final ClusterHealth health = new ClusterHealth(door, now::get);

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    @Test
    void tellsTheVersion() {
        assertThat(health.of(STAGING)).isEqualTo(new ClusterState.Ready("v1.36.3", NOON));
    }

    @Test
    void looksAgainOnlyAfterSomeSeconds() {
        health.of(STAGING);
        var asked = server.asked().size();
        now.set(NOON.plusSeconds(4));
        health.of(STAGING);

        assertThat(server.asked()).hasSize(asked);
        now.set(NOON.plus(Duration.ofSeconds(5)));
        health.of(STAGING);
        assertThat(server.asked()).hasSizeGreaterThan(asked);
    }

    @ParameterizedTest
    @CsvSource({
        "401, Cluster staging does not accept KubeChat's credential.",
        "403, Cluster staging does not let KubeChat ask for its health.",
        "500, Cluster staging is not ready (500)."
    })
    void saysWhatIsWrong(int code, String sentence) {
        server.now(answering(code, ""));

        assertThat(health.of(STAGING)).isEqualTo(new ClusterState.Away(sentence, NOON));
    }

    @Test
    void saysThatThereIsNoAnswer() {
        server.now(breakingOff());

        assertThat(health.of(STAGING))
                .isEqualTo(new ClusterState.Away("Cluster staging does not answer.", NOON));
    }
}
