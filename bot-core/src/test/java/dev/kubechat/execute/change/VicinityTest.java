package dev.kubechat.execute.change;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static dev.kubechat.cluster.FakeApiServer.breakingOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.FakeApiServer;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.Discovery;
import dev.kubechat.execute.api.Sight;
import dev.kubechat.execute.hang.Surroundings.Resource;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VicinityTest {

    private static final Caller ALICE = caller("alice", "sre");
    private static final Resource PODS = new Resource("", "v1", "pods");

    private final FakeApiServer server =
            new FakeApiServer(answering(200, "{\"items\": [{\"metadata\": {\"name\": \"a\"}}]}"));
    private final ClusterDoor door = doorTo(server.kubeconfig());
    private final Vicinity vicinity =
            new Vicinity(
                    new Sight(
                            new Api(ALICE.cluster(), door.forPerson(ALICE)),
                            new Discovery(door, Clock.systemUTC()),
                            ALICE));

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    @Test
    void looksAsThePersonAtEachThingOnceAndNotAtAllOfThem() {
        vicinity.list(PODS, "shop", "app=web", null);
        vicinity.list(PODS, "shop", "app=web", null);

        assertThat(server.asked()).hasSize(1);
        assertThat(server.asked().getFirst().path())
                .isEqualTo("/api/v1/namespaces/shop/pods?labelSelector=app%3Dweb&limit=500");
        assertThat(server.asked().getFirst().headers().get("Impersonate-User"))
                .containsExactly("alice");
    }

    @Test
    void knowsWhetherItSawAll() {
        assertThat(vicinity.list(PODS, "shop").whole()).isTrue();
        server.now(answering(200, "{\"metadata\": {\"continue\": \"x\"}, \"items\": []}"));
        assertThat(vicinity.list(PODS, "payments").whole()).isFalse();
    }

    @Test
    void countsWithoutLookingAtAllOfThem() {
        server.now(answering(200, "{\"metadata\": {\"remainingItemCount\": 41}, \"items\": [{}]}"));

        assertThat(vicinity.count(PODS, "shop")).hasValue(42);
    }

    @Test
    void leavesOutWhatThePersonMayNotSee() {
        server.now(answering(403, "{\"message\": \"no\"}"));

        assertThat(vicinity.list(PODS, "shop").items()).isEmpty();
        assertThat(vicinity.list(PODS, "shop").whole()).isFalse();
        assertThat(vicinity.count(PODS, "shop")).isEmpty();
        assertThat(vicinity.isCut()).isFalse();
    }

    @Test
    void givesUpOnAClusterThatDoesNotAnswer() {
        server.now(breakingOff());

        vicinity.list(PODS, "shop");
        vicinity.list(PODS, "payments");

        assertThat(vicinity.isCut()).isTrue();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void doesNotLookAtTooMuch() {
        for (var i = 0; i < 100; i++) {
            vicinity.get(PODS, "shop", "web-" + i);
        }

        assertThat(vicinity.isCut()).isTrue();
        assertThat(server.asked()).hasSize(40);
    }
}
