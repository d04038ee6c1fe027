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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EvictionsTest {

    private static final Caller ALICE = caller("alice", "sre");
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final ApiPath POD = new ApiPath("/api/v1/namespaces/shop/pods/web-0");
    private static final Call CALL = new Call("POST", POD.at("eviction"), Api.JSON, "{}");
    private static final String THERE =
            "{\"kind\": \"Pod\", \"metadata\": {\"name\": \"web-0\", \"uid\": \"%s\"}}";
    private static final String BUDGET =
            """
            {"kind": "Status", "reason": "TooManyRequests", "code": 429,
             "message": "Cannot evict pod as it would violate the pod's disruption budget."}
            """;

    private static final StepResult EVICTED =
            new StepResult.Done("evicting pod shop/web-0\npod/web-0 evicted");

    private final Queue<Answer> toEvictions = new ArrayDeque<>();
    private final Queue<Answer> toLooks = new ArrayDeque<>();
    private final FakeApiServer server = new FakeApiServer(this::answer);
    private final ClusterDoor door = doorTo(server.kubeconfig());
    private Instant now = START;

    private static final Answer SILENCE = new Answer(0, "");

    private record Answer(int code, String body) {}

    private void answer(HttpExchange exchange) throws IOException {
        var answers = exchange.getRequestMethod().equals("POST") ? toEvictions : toLooks;
        var answer = answers.size() > 1 ? answers.remove() : answers.element();
        if (answer.equals(SILENCE)) {
            exchange.close();
        } else {
            answering(answer.code(), answer.body()).answer(exchange);
        }
    }

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    private StepResult evict(Duration time) {
        return evictions().patiently(step(List.of()), CALL, START.plus(time));
    }

    private static Step step(List<FieldChange> terms) {
        return new Step(
                Step.Action.EVICT,
                new ObjectKey("", "v1", "pods", "Pod", "shop", "web-0", "uid-1"),
                "7",
                terms,
                new Step.Request(
                        "POST",
                        "eviction",
                        Api.JSON,
                        "{}",
                        "evicting pod shop/web-0\npod/web-0 evicted"));
    }

    private Evictions evictions() {
        var moving =
                new Clock() {
                    @Override
                    public ZoneOffset getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                };
        var api = new Api(ALICE.cluster(), door.forPerson(ALICE));
        return new Evictions(api, ALICE, moving, pause -> now = now.plus(pause));
    }

    private long sent() {
        return server.asked().stream().filter(asked -> asked.method().equals("POST")).count();
    }

    @Test
    void waitsUntilThePodIsGone() {
        toEvictions.add(new Answer(201, "{}"));
        toLooks.add(new Answer(200, THERE.formatted("uid-1")));
        toLooks.add(new Answer(200, THERE.formatted("uid-1")));
        toLooks.add(new Answer(404, "{}"));

        assertThat(evict(Duration.ofSeconds(40))).isEqualTo(EVICTED);
        assertThat(now).isEqualTo(START.plusSeconds(2));
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void P8_neverAsksAgainWhatGotNoAnswer() {
        toEvictions.add(new Answer(429, BUDGET));
        toEvictions.add(SILENCE);

        assertThat(evict(Duration.ofSeconds(40))).isInstanceOf(StepResult.Unknown.class);
        assertThat(sent()).isEqualTo(2);
    }

    @Test
    void takesAnotherPodOfTheNameForTheOldOneGone() {
        toEvictions.add(new Answer(201, "{}"));
        toLooks.add(new Answer(200, THERE.formatted("uid-2")));

        assertThat(evict(Duration.ofSeconds(40))).isEqualTo(EVICTED);
    }

    @Test
    void asksAgainWhatABudgetRefused() {
        toEvictions.add(new Answer(429, BUDGET));
        toEvictions.add(new Answer(429, BUDGET));
        toEvictions.add(new Answer(201, "{}"));
        toLooks.add(new Answer(404, "{}"));

        assertThat(evict(Duration.ofSeconds(40))).isEqualTo(EVICTED);
        assertThat(sent()).isEqualTo(3);
    }

    @Test
    void putsOffWhatABudgetRefusesForAllTheTime() {
        toEvictions.add(new Answer(429, BUDGET));

        assertThat(evict(Duration.ofSeconds(40)))
                .isInstanceOfSatisfying(
                        StepResult.Later.class,
                        later -> assertThat(later.sentence()).contains("disruption budget"));
        assertThat(now).isBefore(START.plusSeconds(40));
    }

    @Test
    void putsOffAtOnceWhatNobodyShouldWaitFor() {
        toEvictions.add(new Answer(429, BUDGET));

        assertThat(evictions().once(step(List.of()), CALL, START.plusSeconds(40)))
                .isInstanceOf(StepResult.Later.class);
        assertThat(now).isEqualTo(START);
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void P8_onlyLooksAtAPodThatWasToldToGo() {
        toEvictions.add(new Answer(201, "{}"));
        toLooks.add(new Answer(200, THERE.formatted("uid-1")));

        assertThat(evictions().once(step(List.of()), CALL, START.plusSeconds(40)))
                .isEqualTo(new StepResult.Done("pod/web-0 was told to go, and is not gone yet"));
        assertThat(evict(Duration.ofSeconds(40)))
                .isInstanceOfSatisfying(
                        StepResult.Failed.class,
                        failed ->
                                assertThat(failed.errors())
                                        .isEqualTo(
                                                "error: error when waiting for pod \"web-0\" in"
                                                    + " namespace \"shop\" to terminate: context"
                                                    + " deadline exceeded\n"));
        assertThat(sent()).isEqualTo(2);
    }

    @Test
    void doesNotWaitForAPodThatIsBeingDeletedForTooLong() {
        toEvictions.add(new Answer(201, "{}"));
        toLooks.add(
                new Answer(
                        200,
                        """
                        {"metadata": {"uid": "uid-1", "deletionTimestamp": "2026-11-24T11:59:00Z"}}
                        """));
        var terms = List.of(new FieldChange(Evictions.SKIP, null, "61"));

        assertThat(evictions().patiently(step(terms), CALL, START.plusSeconds(40)))
                .isEqualTo(
                        new StepResult.Done(
                                "evicting pod shop/web-0\npod \"web-0\" has DeletionTimestamp"
                                        + " older than 61 seconds, skipping"));
        assertThat(now).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void P8_sendsNothingAgainWhoseFateIsNotKnown() {
        toEvictions.add(new Answer(500, "{}"));

        assertThat(evict(Duration.ofSeconds(40))).isInstanceOf(StepResult.Unknown.class);
        assertThat(sent()).isEqualTo(1);
    }
}
