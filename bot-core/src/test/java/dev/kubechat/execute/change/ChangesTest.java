package dev.kubechat.execute.change;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.ClusterFixture.impatientDoorTo;
import static dev.kubechat.cluster.ClusterFixture.kubeconfigOf;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static dev.kubechat.execute.change.ExecuteFixture.changesThrough;
import static dev.kubechat.execute.change.ExecuteFixture.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.FakeApiServer;
import dev.kubechat.execute.change.FaultProxy.Fault;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P8: no write is sent twice, and what is not certain is told as unknown. */
class ChangesTest {

    private static final Caller ALICE = caller("alice", "sre");
    private static final Instant LATER = Instant.MAX;

    private final FakeApiServer server = new FakeApiServer(answering(200, "{}"));
    private final FaultProxy proxy = new FaultProxy(server.url());
    private final ClusterDoor door = doorTo(proxy.kubeconfig(server.kubeconfig()));
    private final Changes changes = changesThrough(door);

    @AfterEach
    void close() {
        door.close();
        proxy.close();
        server.close();
    }

    static Stream<Step> eachChangingVerb() {
        return Stream.of(
                ExecuteFixture.scaling(2, 3),
                ExecuteFixture.restarting(),
                ExecuteFixture.deleting());
    }

    @ParameterizedTest
    @MethodSource("eachChangingVerb")
    void P8_asksTheServerOnce(Step step) {
        assertThat(changes.perform(step, ALICE, LATER)).isInstanceOf(StepResult.Done.class);

        assertThat(server.asked()).hasSize(1);
        assertThat(server.asked().getFirst().headers().get("Impersonate-User"))
                .containsExactly("alice");
    }

    @ParameterizedTest
    @MethodSource("eachChangingVerb")
    void P8_doesNotKnowWhenTheCallIsLostOnItsWay(Step step) {
        proxy.setFault(Fault.DROP_BEFORE_THE_SERVER_SAW_IT);

        assertThat(changes.perform(step, ALICE, LATER)).isInstanceOf(StepResult.Unknown.class);

        assertThat(proxy.writes()).isEqualTo(1);
        assertThat(server.asked()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("eachChangingVerb")
    void P8_doesNotKnowWhenTheAnswerIsLostOnItsWay(Step step) {
        proxy.setFault(Fault.DROP_BEFORE_THE_ANSWER);

        assertThat(changes.perform(step, ALICE, LATER)).isInstanceOf(StepResult.Unknown.class);

        assertThat(proxy.writes()).isEqualTo(1);
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void P8_sendsNothingAgainWhateverTheAnswer(int code) {
        server.now(answering(code, ""));

        changes.perform(ExecuteFixture.scaling(2, 3), ALICE, LATER);

        assertThat(proxy.writes()).isEqualTo(1);
    }

    @Test
    void P8_doesNotKnowWhenNoAnswerComesInTime() {
        var never = new CountDownLatch(1);
        server.now(exchange -> awaitForever(never));
        try (var impatient = impatientDoorTo(server.kubeconfig())) {
            assertThat(changesThrough(impatient).perform(ExecuteFixture.deleting(), ALICE, LATER))
                    .isInstanceOf(StepResult.Unknown.class);
        } finally {
            never.countDown();
        }
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void P8_sendsNothingAfterItsTime() {
        assertThat(changes.perform(ExecuteFixture.deleting(), ALICE, Instant.EPOCH))
                .isEqualTo(
                        new StepResult.NotSent(
                                "The time in which this might be sent is over. Nothing was"
                                        + " changed."));

        assertThat(server.asked()).isEmpty();
    }

    @Test
    void knowsThatNothingWasSentWhenNobodyListens() {
        try (var nowhere = doorTo(kubeconfigOf("http://127.0.0.1:1"))) {
            assertThat(changesThrough(nowhere).perform(ExecuteFixture.deleting(), ALICE, LATER))
                    .isEqualTo(
                            new StepResult.NotSent(
                                    "Cluster staging cannot be reached. Nothing was changed."));
        }
    }

    @Test
    void doesNotPreviewARead() {
        assertThatThrownBy(() -> changes.preview(command("get pods -n shop"), ALICE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatIsNotRunAndWhatToDoInstead() {
        assertThat(changes.preview(command("cp notes.txt web-0:/tmp/notes -n shop"), ALICE))
                .isEqualTo(
                        new Preview.Impossible(
                                "Files are not put into containers: they would be gone with the"
                                    + " pod. Change the image, or a config map that it mounts."));
    }

    private static void awaitForever(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
