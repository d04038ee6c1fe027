package dev.kubechat.execute;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static dev.kubechat.execute.ExecuteFixture.changesThrough;
import static dev.kubechat.execute.ExecuteFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.FakeApiServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrainVerbTest {

    private static final String NODE =
            """
            {"kind": "Node", "apiVersion": "v1", "metadata": {"name": "node-1", "uid": "n", "resourceVersion": "5"}, "spec": {%s}}
            """;
    private static final String PODS = "GET /api/v1/pods";

    private final Map<String, String> answers = new HashMap<>();
    private final FakeApiServer server =
            new FakeApiServer(exchange -> {
                var asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
                var answer = answers.get(asked);
                answering(
                                answer == null ? 404 : 200,
                                Objects.requireNonNullElse(answer, "{\"kind\": \"Status\"}"))
                        .answer(exchange);
            });
    private final ClusterDoor door = doorTo(server.kubeconfig());

    DrainVerbTest() {
        answers.put("GET /api", "{\"versions\": [\"v1\"]}");
        answers.put("GET /apis", "{\"groups\": []}");
        answers.put(
                "GET /api/v1",
                """
                {"resources": [{"name": "nodes", "singularName": "node", "kind": "Node", "namespaced": false, "verbs": ["get"]},
                               {"name": "pods", "singularName": "pod", "kind": "Pod", "namespaced": true, "verbs": ["get"]}]}
                """);
        answers.put("GET /api/v1/nodes/node-1", NODE.formatted(""));
        answers.put("PATCH /api/v1/nodes/node-1", NODE.formatted("\"unschedulable\": true"));
    }

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    @Test
    void P14_evictsEachPodInAStepOfItsOwnAndOnlyThatOne() {
        answers.put(
                PODS,
                """
                {"items": [%s, %s]}
                """
                        .formatted(pod("web-0", "ReplicaSet", ""), pod("agent", "DaemonSet", "")));

        var planned = (Preview.Planned) preview("drain node-1 --ignore-daemonsets");

        assertThat(planned.steps())
                .extracting(Step::action)
                .containsExactly(Step.Action.CHANGE, Step.Action.EVICT);
        var eviction = Objects.requireNonNull(planned.steps().getLast().request());
        assertThat(eviction.body()).contains("\"preconditions\":{\"uid\":\"web-0-uid\"}");
        assertThat(eviction.done())
                .isEqualTo("evicting pod shop/web-0\npod/web-0 evicted\nnode/node-1 drained");
        assertThat(planned.consequences())
                .containsExactly(
                        "Ignoring DaemonSet-managed Pods: shop/agent.",
                        "Node node-1 takes no new pods.");
    }

    @Test
    void changesNothingWhereAPodMayNotGo() {
        answers.put(
                PODS,
                """
                {"items": [%s, %s]}
                """
                        .formatted(
                                pod("agent", "DaemonSet", ""),
                                pod("cache-0", "StatefulSet", "{\"emptyDir\": {}}")));

        assertThat(preview("drain node-1"))
                .isEqualTo(
                        new Preview.Impossible(
                                "Node node-1 is not drained: cannot delete DaemonSet-managed Pods"
                                    + " (use --ignore-daemonsets to ignore): shop/agent; cannot"
                                    + " delete Pods with local storage (use --delete-emptydir-data"
                                    + " to override): shop/cache-0.",
                                """
                                error: unable to drain node "node-1" due to error: [cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): shop/agent, cannot delete Pods with local storage (use --delete-emptydir-data to override): shop/cache-0], continuing command...
                                There are pending nodes to be drained:
                                 node-1
                                cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): shop/agent
                                cannot delete Pods with local storage (use --delete-emptydir-data to override): shop/cache-0
                                """));
    }

    @Test
    void hasNothingToDoOnAnEmptyNodeThatTakesNoPods() {
        answers.put("GET /api/v1/nodes/node-1", NODE.formatted("\"unschedulable\": true"));
        answers.put(PODS, "{\"items\": []}");

        var unchanged = (Preview.Unchanged) preview("drain node-1");

        assertThat(unchanged.said())
                .containsExactly("node/node-1 already cordoned", "node/node-1 drained");
    }

    private Preview preview(String line) {
        return changesThrough(door).preview(command(line), caller("alice", "sre"));
    }

    private static String pod(String name, String owner, String volume) {
        return """
        {"metadata": {"name": "%s", "namespace": "shop", "uid": "%s-uid", "ownerReferences": [{"kind": "%s", "apiVersion": "apps/v1", "controller": true}]},
         "spec": {"volumes": [%s]}, "status": {"phase": "Running"}}
        """
                .formatted(name, name, owner, volume);
    }
}
