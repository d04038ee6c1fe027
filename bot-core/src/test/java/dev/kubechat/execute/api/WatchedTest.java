package dev.kubechat.execute.api;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static dev.kubechat.execute.change.ExecuteFixture.command;
import static dev.kubechat.execute.change.ExecuteFixture.readsThrough;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.FakeApiServer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is followed on a server that streams its changes and ends its watches when it likes. */
class WatchedTest {

    private final Deque<String> lists = new ArrayDeque<>();
    private final Deque<String> watches = new ArrayDeque<>();
    private final FakeApiServer server =
            new FakeApiServer(exchange -> {
                var uri = exchange.getRequestURI().toString();
                answering(200, answer(uri)).answer(exchange);
            });
    private final ClusterDoor door = doorTo(server.kubeconfig());

    private String answer(String uri) {
        if (uri.equals("/api/v1")) {
            return "{\"resources\": []}";
        }
        if (uri.equals("/apis")) {
            return """
            {"groups": [{"name": "apps", "preferredVersion": {"groupVersion": "apps/v1"}}]}
            """;
        }
        if (uri.equals("/apis/apps/v1")) {
            return """
            {"resources": [{"name": "deployments", "singularName": "deployment", "kind": "Deployment", "namespaced": true}]}
            """;
        }
        if (uri.contains("watch=true")) {
            return watches.size() > 1 ? watches.pop() : watches.getFirst();
        }
        return uri.contains("?")
                ? lists.size() > 1 ? lists.pop() : lists.getFirst()
                : deployment(1);
    }

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    @Test
    void printsEachStateOfARolloutUntilItIsDone() {
        lists.add(list(deployment(1)));
        watches.add(
                event("MODIFIED", deployment(2))
                        + event("BOOKMARK", "{}")
                        + event("MODIFIED", deployment(3)));

        assertThat(read("rollout status deployment web -n shop"))
                .isEqualTo(
                        new Outcome.Printed(
                                """
                                Waiting for deployment "web" rollout to finish: 1 out of 3 new replicas have been updated...
                                Waiting for deployment "web" rollout to finish: 2 out of 3 new replicas have been updated...
                                deployment "web" successfully rolled out
                                """,
                                ""));
    }

    @Test
    void beginsAgainWhenTheServerEndsTheWatch() {
        lists.addAll(List.of(list(deployment(1)), list(deployment(3))));
        watches.addAll(List.of("", event("ERROR", "{}")));

        assertThat(read("rollout status deployment web -n shop"))
                .extracting(outcome -> ((Outcome.Printed) outcome).text())
                .asString()
                .endsWith("successfully rolled out\n");
    }

    @Test
    void looksOnlyOnceWhereNobodyWants() {
        lists.add(list(deployment(1)));

        assertThat(read("rollout status deployment web -n shop --watch=false"))
                .extracting(outcome -> ((Outcome.Printed) outcome).exit())
                .isEqualTo(0);
        assertThat(server.asked()).noneMatch(asked -> asked.path().contains("watch=true"));
    }

    @Test
    void endsWhenTheObjectIsDeleted() {
        lists.add(list(deployment(1)));
        watches.add(event("DELETED", deployment(1)));

        assertThat(read("rollout status deployment web -n shop"))
                .isEqualTo(
                        new Outcome.Printed(
                                """
                                Waiting for deployment "web" rollout to finish: 1 out of 3 new replicas have been updated...
                                """,
                                "Object has been deleted.",
                                "error: object has been deleted\n",
                                1));
    }

    @Test
    void waitsUntilAnObjectIsGone() {
        lists.add(list(deployment(1)));
        watches.add(event("MODIFIED", deployment(2)) + event("DELETED", deployment(2)));

        assertThat(read("wait deployment web --for=delete -n shop"))
                .isEqualTo(new Outcome.Printed("deployment.apps/web condition met\n", ""));
    }

    @Test
    void saysWhatHasGoneWhileItWasWaitedFor() {
        lists.add("{\"items\": [], \"metadata\": {}}");

        assertThat(read("wait deployment web --for=condition=Available -n shop"))
                .isEqualTo(
                        new Outcome.Printed(
                                "",
                                "Deployment web is not there any more.",
                                "Error from server (NotFound): deployments.apps \"web\" not"
                                        + " found\n",
                                1));
    }

    private static String deployment(int updated) {
        return """
        {"kind": "Deployment", "metadata": {"name": "web", "namespace": "shop"}, "spec": {"replicas": 3}, "status": {"updatedReplicas": %d, "replicas": %d, "availableReplicas": %d}}
        """
                .formatted(updated, updated, updated)
                .strip();
    }

    private static String list(String item) {
        return "{\"metadata\": {\"resourceVersion\": \"7\"}, \"items\": [%s]}".formatted(item);
    }

    private static String event(String type, String object) {
        return "{\"type\": \"%s\", \"object\": %s}\n".formatted(type, object);
    }

    private Outcome read(String line) {
        return readsThrough(door).read(command(line), caller("alice"));
    }
}
