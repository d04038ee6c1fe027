package dev.kubechat.cluster;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static dev.kubechat.cluster.FakeApiServer.breakingOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.http.WebSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorWebSocketTest {

    private static final String ALONE =
            "Cluster staging did not answer the last 5 calls and is left alone for up to 5 s. Try"
                    + " again then.";

    // the time stands still, so that a circuit stays as it is
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

    private final FakeApiServer server = new FakeApiServer(answering(403, "{}"));

    @AfterEach
    void close() {
        server.close();
    }

    private CompletableFuture<WebSocket> open(ClusterDoor door) {
        return door.forPerson(caller("alice"))
                .getHttpClient()
                .newWebSocketBuilder()
                .uri(URI.create(server.url() + "/api/v1/namespaces/shop/pods/web-0/exec"))
                .subprotocol("v4.channel.k8s.io")
                .buildAsync(new WebSocket.Listener() {});
    }

    private static Throwable failure(CompletableFuture<WebSocket> opening) {
        return opening.handle((_, thrown) -> thrown).join();
    }

    @Test
    void countsAnOpeningThatIsNotAnsweredForTheCircuit() {
        server.now(breakingOff());
        try (var door = doorTo(server.kubeconfig(), "", NOON)) {
            for (var i = 0; i < 5; i++) {
                assertThat(failure(open(door))).isNotNull();
            }
            var sent = server.asked().size();

            assertThatThrownBy(() -> open(door)).isInstanceOf(ClusterBusy.class).hasMessage(ALONE);
            assertThatThrownBy(
                            () -> door.forPerson(caller("bob")).pods().inNamespace("shop").list())
                    .hasMessage(ALONE);
            assertThat(server.asked()).hasSize(sent);
        }
    }

    @Test
    void takesANoForAnAnswer() {
        try (var door = doorTo(server.kubeconfig(), "", NOON)) {
            for (var i = 0; i < 6; i++) {
                assertThat(UpgradeRefused.of(failure(open(door)))).isPresent();
            }
        }
        assertThat(server.asked()).hasSize(6);
    }

    @Test
    void waitsForItsTurnAsAnyCallDoes() throws Exception {
        var arrived = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        server.now(exchange -> {
            arrived.countDown();
            await(answer);
            answering(403, "{}").answer(exchange);
        });
        try (var narrow = ClusterFixture.narrowDoorTo(server.kubeconfig(), Duration.ofSeconds(5))) {
            var first = open(narrow);
            arrived.await();

            Thread.currentThread().interrupt(); // waiting for a turn ends at once
            assertThatThrownBy(() -> open(narrow))
                    .hasMessage(
                            "Cluster staging is busy: it is given 1 at once, and all of them are"
                                    + " under way. Try again in a moment.");
            Thread.interrupted();
            answer.countDown();

            assertThat(UpgradeRefused.of(failure(first))).isPresent();
            assertThat(UpgradeRefused.of(failure(open(narrow)))).isPresent();
        }
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void givesUpAServerThatSaysNothingAndTheTurnWithIt() {
        var answer = new CountDownLatch(1);
        server.now(exchange -> {
            await(answer);
            answering(403, "{}").answer(exchange);
        });
        try (var narrow =
                ClusterFixture.narrowDoorTo(server.kubeconfig(), Duration.ofMillis(300))) {
            assertThat(cause(failure(open(narrow)))).isInstanceOf(TimeoutException.class);

            answer.countDown();
            assertThat(UpgradeRefused.of(failure(open(narrow)))).isPresent();
        }
    }

    private static Throwable cause(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null
                ? thrown.getCause()
                : thrown;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
