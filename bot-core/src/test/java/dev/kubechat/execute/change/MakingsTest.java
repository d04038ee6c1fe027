package dev.kubechat.execute.change;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.FakeApiServer;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Call;
import dev.kubechat.execute.api.ObjectKey;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MakingsTest {

    private static final Caller ALICE = caller("alice", "sre");
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final String EXISTS =
            "{\"kind\": \"Status\", \"reason\": \"AlreadyExists\", \"code\": 409, \"message\":"
                    + " \"%sconfigmaps \\\"web\\\" already exists\"}";
    private static final String GOING = EXISTS.formatted("object is being deleted: ");

    private final Queue<Answer> toMakings = new ArrayDeque<>();
    private int look = 200;
    private int pauses;
    private final FakeApiServer server = new FakeApiServer(this::answer);
    private final ClusterDoor door = doorTo(server.kubeconfig());

    private record Answer(int code, String body) {}

    private void answer(HttpExchange exchange) throws IOException {
        var answer =
                exchange.getRequestMethod().equals("POST")
                        ? toMakings.remove()
                        : new Answer(look, "{}");
        answering(answer.code(), answer.body()).answer(exchange);
    }

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    private StepResult make(Duration time) {
        var api = new Api(ALICE.cluster(), door.forPerson(ALICE));
        var key = new ObjectKey("", "v1", "configmaps", "ConfigMap", "shop", "web", "");
        var request = new Step.Request("POST", "", Api.JSON, "{}", "configmap/web configured");
        var step = new Step(Step.Action.CREATE, key, "", List.of(), request);
        var call = new Call("POST", ApiPath.ofAll(key), Api.JSON, "{}");
        return new Makings(api, ALICE, Clock.fixed(START, ZoneOffset.UTC), _ -> pauses++)
                .perform(step, call, START.plus(time));
    }

    @Test
    void waitsForANamesakeThatIsOnItsWayOut() {
        toMakings.add(new Answer(409, GOING));
        toMakings.add(new Answer(409, GOING));
        toMakings.add(new Answer(201, "{}"));

        assertThat(make(Duration.ofSeconds(40)))
                .isEqualTo(new StepResult.Done("configmap/web configured"));
        assertThat(pauses).isEqualTo(2);
    }

    @Test
    void asksAgainWhereTheNamesakeWentInBetween() {
        toMakings.add(new Answer(409, EXISTS.formatted("")));
        toMakings.add(new Answer(201, "{}"));
        look = 404;

        assertThat(make(Duration.ofSeconds(40)))
                .isEqualTo(new StepResult.Done("configmap/web configured"));
    }

    @Test
    void leavesItToLaterWhenTimeRunsOut() {
        toMakings.add(new Answer(409, GOING));

        assertThat(make(Duration.ofMillis(500))).isInstanceOf(StepResult.Later.class);
        assertThat(pauses).isZero();
    }

    @Test
    void doesNotWaitForOneThatStays() {
        toMakings.add(new Answer(409, EXISTS.formatted("")));

        assertThat(make(Duration.ofSeconds(40))).isInstanceOf(StepResult.Failed.class);
    }
}
