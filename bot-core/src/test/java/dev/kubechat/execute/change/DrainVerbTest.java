package dev.kubechat.execute.change;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.execute.change.ExecuteFixture.changesThrough;
import static dev.kubechat.execute.change.ExecuteFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrainVerbTest {

    private static final String NODE =
            """
            {"kind": "Node", "apiVersion": "v1", "metadata": {"name": "node-1", "uid": "n", "resourceVersion": "5"}, "spec": {%s}}
            """;
    private static final String PODS = "GET /api/v1/pods";

    private final AnswersFixture cluster = new AnswersFixture();

    DrainVerbTest() {
        cluster.to(
                "GET /api/v1",
                """
                {"resources": [{"name": "nodes", "singularName": "node", "kind": "Node", "namespaced": false, "verbs": ["get"]},
                               {"name": "pods", "singularName": "pod", "kind": "Pod", "namespaced": true, "verbs": ["get"]}]}
                """);
        cluster.to("GET /api/v1/nodes/node-1", NODE.formatted(""));
        cluster.to("PATCH /api/v1/nodes/node-1", NODE.formatted("\"unschedulable\": true"));
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void P14_evictsEachPodInAStepOfItsOwnAndOnlyThatOne() {
        cluster.to(
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
                        "The way back lets node node-1 take new pods again; pods that have gone do"
                                + " not move back.",
                        "Node node-1 takes no new pods.");
    }

    @Test
    void changesNothingWhereAPodMayNotGo() {
        cluster.to(
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
        cluster.to("GET /api/v1/nodes/node-1", NODE.formatted("\"unschedulable\": true"));
        cluster.to(PODS, "{\"items\": []}");

        var unchanged = (Preview.Unchanged) preview("drain node-1");

        assertThat(unchanged.said())
                .containsExactly("node/node-1 already cordoned", "node/node-1 drained");
    }

    @Test
    void P14_deletesThePodsThatItSawWhereEvictionIsNotWanted() {
        cluster.to(PODS, "{\"items\": [%s]}".formatted(pod("web-0", "ReplicaSet", "")));

        var planned = (Preview.Planned) preview("drain node-1 --disable-eviction --grace-period=7");

        var deletion = planned.steps().getLast();
        assertThat(deletion.action()).isEqualTo(Step.Action.DELETE);
        assertThat(Verdicts.line(deletion)).isEqualTo("pod/web-0 deleted\nnode/node-1 drained");
        assertThat(DeleteVerb.call(deletion).body())
                .contains("\"uid\":\"web-0-uid\"", "\"gracePeriodSeconds\":7");
    }

    @Test
    void leavesThePodsAloneThatAreBeingDeletedForTooLong() {
        var old = "\"name\": \"old\", \"deletionTimestamp\": \"2020-01-01T00:00:00Z\"";
        cluster.to(
                PODS,
                "{\"items\": [%s, %s]}"
                        .formatted(
                                pod("old", "", "").replace("\"name\": \"old\"", old),
                                pod("web-0", "ReplicaSet", "")));

        var planned = (Preview.Planned) preview("drain node-1 --skip-wait-for-delete-timeout=60");

        assertThat(planned.steps())
                .extracting(step -> step.object().name())
                .containsExactly("node-1", "web-0");
        assertThat(planned.steps().getLast().changes())
                .containsExactly(new FieldChange(Evictions.SKIP, null, "60"));
        assertThat(preview("drain node-1")).isInstanceOf(Preview.Impossible.class);
    }

    @Test
    void isTakenBackByLettingTheNodeTakePodsAgain() {
        cluster.to(PODS, "{\"items\": [%s]}".formatted(pod("web-0", "ReplicaSet", "")));

        var planned = (Preview.Planned) preview("drain node-1");

        assertThat(Undo.asks(planned.undos().stream().flatMap(Optional::stream).toList()))
                .containsExactly(new Undo.Ask("kubectl uncordon node-1", Map.of()));
    }

    @Test
    void hasNoWayBackWhereTheNodeTookNoPodsBefore() {
        cluster.to("GET /api/v1/nodes/node-1", NODE.formatted("\"unschedulable\": true"));
        cluster.to(PODS, "{\"items\": [%s]}".formatted(pod("web-0", "ReplicaSet", "")));

        var planned = (Preview.Planned) preview("drain node-1");

        assertThat(planned.undos()).containsExactly(Optional.empty());
        assertThat(planned.consequences())
                .contains(
                        "There is no way back: node node-1 took no new pods before, and pods that"
                                + " have gone do not move back.");
    }

    private Preview preview(String line) {
        return changesThrough(cluster.door()).preview(command(line), caller("alice", "sre"));
    }

    private static String pod(String name, String owner, String volume) {
        return """
        {"metadata": {"name": "%s", "namespace": "shop", "uid": "%s-uid", "ownerReferences": [%s]},
         "spec": {"volumes": [%s]}, "status": {"phase": "Running"}}
        """
                .formatted(
                        name,
                        name,
                        owner.isEmpty()
                                ? ""
                                : "{\"kind\": \"%s\", \"apiVersion\": \"apps/v1\", \"controller\": true}"
                                        .formatted(owner),
                        volume);
    }
}
