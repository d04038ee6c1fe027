package dev.kubechat.execute.change;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static dev.kubechat.execute.change.ExecuteFixture.changesThrough;
import static dev.kubechat.execute.change.ExecuteFixture.command;
import static dev.kubechat.execute.change.ExecuteFixture.readsThrough;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.FakeApiServer;
import dev.kubechat.execute.api.Outcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P14: what is gone between the list that a selector was resolved with and the look at each object. */
class GoneBetweenTest {

    private static final Caller ALICE = caller("alice", "sre");
    private static final String GONE =
            """
            {"kind": "Status", "status": "Failure", "reason": "NotFound", "code": 404, "message": "pods \\"web-1\\" not found",
             "details": {"name": "web-1", "kind": "pods"}}
            """;

    private final Map<String, String> answers = new HashMap<>();
    private final FakeApiServer server =
            new FakeApiServer(exchange -> {
                var asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
                var answer = answers.get(asked);
                answering(answer == null ? 404 : 200, Objects.requireNonNullElse(answer, GONE))
                        .answer(exchange);
            });
    private final ClusterDoor door = doorTo(server.kubeconfig());

    GoneBetweenTest() {
        answers.put("GET /api", "{\"versions\": [\"v1\"]}");
        answers.put(
                "GET /apis",
                """
                {"groups": [{"name": "apps", "versions": [{"version": "v1"}], "preferredVersion": {"groupVersion": "apps/v1"}}]}
                """);
        answers.put(
                "GET /api/v1",
                """
                {"resources": [{"name": "pods", "singularName": "pod", "kind": "Pod", "namespaced": true, "verbs": ["get"]}]}
                """);
        answers.put(
                "GET /apis/apps/v1",
                """
                {"resources": [{"name": "deployments", "singularName": "deployment", "kind": "Deployment", "namespaced": true, "verbs": ["get"]},
                               {"name": "deployments/scale", "kind": "Scale", "group": "autoscaling", "version": "v1", "namespaced": true, "verbs": ["get"]}]}
                """);
        there("/api/v1/namespaces/shop/pods", "v1", "Pod");
        there("/apis/apps/v1/namespaces/shop/deployments", "apps/v1", "Deployment");
    }

    // both are in the list, and only one is there when it is looked at or tried
    private void there(String path, String version, String kind) {
        var one =
                """
                {"kind": "%s", "apiVersion": "%s", "metadata": {"name": "%s", "namespace": "shop", "uid": "%s", "resourceVersion": "7"},
                 "spec": {"replicas": 1, "template": {"spec": {"containers": [{"name": "app", "image": "app:1"}]}}}}
                """;
        var web0 = one.formatted(kind, version, "web-0", "uid-0");
        var web1 = one.formatted(kind, version, "web-1", "uid-1");
        answers.put("GET " + path, "{\"items\": [%s, %s]}".formatted(web0, web1));
        answers.put("GET " + path + "/web-0", web0);
        answers.put("GET " + path + "/web-0/scale", web0);
        answers.put("PATCH " + path + "/web-0", web0.replace("app:1", "app:2"));
        answers.put("PATCH " + path + "/web-0/scale", web0);
        answers.put("DELETE " + path + "/web-0", "{\"kind\": \"Status\", \"status\": \"Success\"}");
    }

    @AfterEach
    void close() {
        door.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete pods -l app=web -n shop",
                "delete pods --all -n shop",
                "delete pods --field-selector=status.phase=Running -n shop",
                "delete pods -l app=web -n shop -o name",
                "scale deployment -l app=web --replicas=3 -n shop",
                "rollout restart deployment -l app=web -n shop",
                "set image deployment -l app=web app=app:2 -n shop"
            })
    void leavesOutWhatASelectorChoseAndIsGoneByNow(String line) {
        assertThat(changesThrough(door).preview(command(line), ALICE))
                .isInstanceOfSatisfying(
                        Preview.Planned.class,
                        planned ->
                                assertThat(planned.steps())
                                        .extracting(step -> step.object().name())
                                        .containsExactly("web-0"));
    }

    @Test
    void leavesItOutOfADryRun() {
        assertThat(
                        readsThrough(door)
                                .read(
                                        command("delete pods -l app=web -n shop --dry-run=server"),
                                        ALICE))
                .isEqualTo(
                        new Outcome.Printed(
                                "pod \"web-0\" deleted from shop namespace (server dry run)\n",
                                ""));
    }

    @Test
    void takesWhatASelectorChoseAsItWasListed() {
        changesThrough(door).preview(command("delete pods --all -n shop"), ALICE);

        assertThat(server.asked())
                .noneMatch(asked ->
                        asked.method().equals("GET") && asked.path().contains("/pods/web-"));
    }

    @Test
    void saysThatNothingFitsWhereAllIsGone() {
        answers.remove("DELETE /api/v1/namespaces/shop/pods/web-0");

        assertThat(changesThrough(door).preview(command("delete pods --all -n shop"), ALICE))
                .isInstanceOf(Preview.Unchanged.class);
    }

    @Test
    void missesWhatWasNamed() {
        assertThat(changesThrough(door).preview(command("delete pods web-0 web-1 -n shop"), ALICE))
                .isInstanceOfSatisfying(
                        Preview.Impossible.class,
                        impossible ->
                                assertThat(impossible.sentence())
                                        .startsWith("There is no pod \"web-1\""));
    }

    @Test
    void isContentThatSomebodyElseDeletedItFirst() {
        server.now(answering(404, GONE));

        assertThat(changesThrough(door).perform(ExecuteFixture.deleting(), ALICE, Instant.MAX))
                .isEqualTo(
                        new StepResult.Gone(
                                "deployment.apps/checkout was gone already.",
                                "Error from server (NotFound): pods \"web-1\" not found\n"));
    }
}
