package dev.kubechat.execute.change;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.FakeApiServer;
import dev.kubechat.execute.api.ObjectKey;
import dev.kubechat.execute.api.Reply;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccessTest {

    private static final Caller ALICE = caller("alice", "sre");

    private final FakeApiServer server = new FakeApiServer(answering(200, "{}"));
    private final ClusterDoor door = doorTo(server.kubeconfig());
    private final Access access = ExecuteFixture.accessThrough(door);

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    @Test
    void asksForManyObjectsInOnePlaceAtOnce() {
        allowing(_ -> true);

        assertThat(access.ask(deletions(200), ALICE)).isEqualTo(new Permission.Granted());

        // once as the person, and once for the bot in their name
        assertThat(server.asked()).hasSize(2);
        assertThat(server.asked().getFirst().body())
                .contains("\"verb\":\"delete\"", "\"name\":\"\"");
        assertThat(server.asked().getFirst().headers().get("Impersonate-User"))
                .containsExactly("alice");
        assertThat(server.asked().getLast().body())
                .contains("\"verb\":\"impersonate-on:user-info:delete\"");
        assertThat(server.asked().getLast().headers()).doesNotContainKey("Impersonate-User");
    }

    @Test
    void asksForEachObjectWhereNotAllAreAllowed() {
        allowing(review -> !review.path("name").asString("").isEmpty());

        assertThat(access.ask(deletions(3), ALICE)).isEqualTo(new Permission.Granted());

        assertThat(server.asked()).hasSize(8);
    }

    @Test
    void endsWithTheFirstFewThatAreNotAllowed() {
        allowing(_ -> false);

        assertThat(access.ask(deletions(200), ALICE))
                .isInstanceOfSatisfying(
                        Permission.Denied.class,
                        denied ->
                                assertThat(denied.sentence())
                                        .startsWith("You may not delete pods in namespace shop"));
        // all at once, four by name, and the roles
        assertThat(server.asked()).hasSize(6);
    }

    @Test
    void asksForTheSameRightOnce() {
        allowing(_ -> true);
        var step = deletions(1).getFirst();

        access.ask(List.of(step, step, step), ALICE);

        assertThat(server.asked()).hasSize(2);
        assertThat(server.asked().getFirst().body()).contains("\"name\":\"web-0\"");
    }

    @Test
    void saysWhichRolesGrantWhatThePersonLacks() {
        allowing(_ -> false);

        assertThat(access.ask(deletions(1), ALICE))
                .isEqualTo(
                        new Permission.Denied(
                                "You may not delete pods in namespace shop (Kubernetes user alice)."
                                        + " Ask whoever manages access to cluster staging for that"
                                        + " right. Usually the cluster role edit grants it."));
    }

    @Test
    void saysThatItIsTheBotWhoLacksIt() {
        allowing(review -> !review.path("verb").asString("").startsWith("impersonate"));

        assertThat(access.ask(deletions(1), ALICE))
                .isInstanceOfSatisfying(
                        Permission.Denied.class,
                        denied ->
                                assertThat(denied.sentence())
                                        .startsWith(
                                                "KubeChat may not delete pods in namespace shop,"
                                                        + " whoever asks"));
    }

    @Test
    void reviewsTheEvictionsOfADrainOnTheirSubresource() {
        allowing(_ -> true);
        var pod = deletions(1).getFirst().object();

        access.ask(List.of(new Step(Step.Action.EVICT, pod, "7", List.of())), ALICE);

        assertThat(server.asked().getFirst().body())
                .contains("\"verb\":\"create\"", "\"subresource\":\"eviction\"");
    }

    private void allowing(Predicate<JsonNode> allowed) {
        server.now(exchange -> {
            if (!exchange.getRequestURI().getPath().equals(Access.REVIEWS.text())) {
                answering(403, "{}").answer(exchange);
                return;
            }
            var asked = server.asked().getLast().body();
            var review = Reply.JSON.readTree(asked).path("spec").path("resourceAttributes");
            answering(201, "{\"status\": {\"allowed\": %s}}".formatted(allowed.test(review)))
                    .answer(exchange);
        });
    }

    private static List<Step> deletions(int number) {
        return IntStream.range(0, number)
                .mapToObj(i ->
                        new Step(
                                Step.Action.DELETE,
                                new ObjectKey(
                                        "", "v1", "pods", "Pod", "shop", "web-" + i, "uid-" + i),
                                "7",
                                List.of()))
                .toList();
    }
}
