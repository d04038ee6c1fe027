package dev.kubechat.execute.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.ObjectKey;
import dev.kubechat.execute.api.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

class UndoTest {

    private static final JsonNode NOTHING = MissingNode.getInstance();

    private static ObjectNode json(String text) {
        return (ObjectNode) Reply.JSON.readTree(text);
    }

    private static ObjectNode deployment(String image) {
        return json(
                """
                {"apiVersion": "apps/v1", "kind": "Deployment",
                 "metadata": {"name": "checkout", "namespace": "shop", "uid": "uid-1", "resourceVersion": "7",
                              "annotations": {"deployment.kubernetes.io/revision": "4"}},
                 "spec": {"replicas": 2, "template": {"spec": {"containers": [{"name": "app", "image": "%s"}]}}},
                 "status": {"readyReplicas": 2}}
                """
                        .formatted(image));
    }

    private static ObjectKey key(String group, String plural, String kind, String name) {
        return new ObjectKey(group, "v1", plural, kind, "shop", name, "uid-1");
    }

    private static Step changing(ObjectKey key) {
        return new Step(
                Step.Action.CHANGE,
                key,
                "7",
                List.of(),
                new Step.Request("PATCH", "", Api.JSON_PATCH, "[]", "changed"));
    }

    private static String line(Optional<Undo> undo) {
        return Undo.asks(List.of(undo.orElseThrow())).getFirst().line();
    }

    @Test
    void setsTheFormerCount() {
        assertThat(line(Undo.of(ExecuteFixture.scaling(2, 3), NOTHING, NOTHING)))
                .isEqualTo("kubectl scale deployments.apps/checkout --namespace=shop --replicas=2");
    }

    @Test
    void rollsADeploymentBackToTheRevisionThatItHad() {
        var undo =
                Undo.of(
                        changing(ExecuteFixture.checkout()),
                        deployment("web:1"),
                        deployment("web:2"));

        assertThat(line(undo))
                .isEqualTo(
                        "kubectl rollout undo deployments.apps/checkout --namespace=shop"
                                + " --to-revision=4");
    }

    @Test
    void leavesTheNoteOfTheLastApplyAsItIs() {
        var after = deployment("web:2");
        after.withObject("/metadata")
                .withObject("annotations")
                .put("kubectl.kubernetes.io/last-applied-configuration", "{}");

        assertThat(line(Undo.of(changing(ExecuteFixture.checkout()), deployment("web:1"), after)))
                .startsWith("kubectl rollout undo");
    }

    @Test
    void setsFieldsWhereNoRevisionIsKept() {
        var before = deployment("web:1");
        var after = deployment("web:2");
        before.withObject("/spec").put("revisionHistoryLimit", 0);
        after.withObject("/spec").put("revisionHistoryLimit", 0);

        assertThat(line(Undo.of(changing(ExecuteFixture.checkout()), before, after)))
                .isEqualTo(
                        "kubectl patch deployments.apps/checkout --namespace=shop"
                            + " --patch='[{\"op\":\"test\",\"path\":\"/spec/template/spec/containers/0/image\","
                            + "\"value\":\"web:2\"},{\"op\":\"add\","
                            + "\"path\":\"/spec/template/spec/containers/0/image\",\"value\":\"web:1\"}]'"
                            + " --type=json");
    }

    @Test
    void takesAwayAFieldThatWasNotThere() {
        var before = json("{\"metadata\": {\"name\": \"a\", \"labels\": {}}}");
        var after = json("{\"metadata\": {\"name\": \"a\", \"labels\": {\"x/y\": \"1\"}}}");

        assertThat(line(Undo.of(changing(key("", "pods", "Pod", "a")), before, after)))
                .contains("{\"op\":\"remove\",\"path\":\"/metadata/labels/x~1y\"}");
    }

    @Test
    void saysNoCredential() {
        var env = "{\"spec\": {\"env\": [{\"name\": \"DB_PASSWORD\", \"value\": \"%s\"}]}}";

        assertThat(
                        Undo.of(
                                changing(key("", "pods", "Pod", "a")),
                                json(env.formatted("aC0rrectHorse")),
                                json(env.formatted("another1Horse"))))
                .isEmpty();
    }

    @Test
    void saysNoPatchThatIsLongerThanALine() {
        var text = "{\"metadata\": {\"annotations\": {\"note\": \"%s\"}}}";

        assertThat(
                        Undo.of(
                                changing(key("", "pods", "Pod", "a")),
                                json(text.formatted("x".repeat(4000))),
                                json(text.formatted("y"))))
                .isEmpty();
    }

    @Test
    void makesADeletedObjectAgainWithoutWhatOnlyAServerSets() {
        var step = new Step(Step.Action.DELETE, ExecuteFixture.checkout(), "7", List.of());
        var asks = Undo.asks(List.of(Undo.of(step, deployment("web:1"), NOTHING).orElseThrow()));

        assertThat(asks).hasSize(1);
        assertThat(asks.getFirst().line())
                .isEqualTo("kubectl create --filename=undo.yaml --namespace=shop");
        assertThat(asks.getFirst().files().get("undo.yaml"))
                .contains("name: checkout", "image: web:1", "kind: Deployment")
                .doesNotContain("uid", "resourceVersion", "status");
    }

    @Test
    void keepsNoObjectThatHoldsACredential() {
        var step =
                new Step(
                        Step.Action.DELETE,
                        key("", "configmaps", "ConfigMap", "a"),
                        "7",
                        List.of());
        var seen = json("{\"kind\": \"ConfigMap\", \"data\": {\"password\": \"aC0rrectHorse\"}}");

        assertThat(Undo.of(step, seen, NOTHING)).isEmpty();
    }

    @Test
    void makesNothingAgainThatHasNoWayBack() {
        var secret =
                new Step(Step.Action.DELETE, key("", "secrets", "Secret", "a"), "7", List.of());

        assertThat(Undo.of(secret, json("{\"kind\": \"Secret\"}"), NOTHING)).isEmpty();
        assertThat(Undo.of(ExecuteFixture.restarting(), NOTHING, NOTHING)).isEmpty();
    }

    @Test
    void deletesWhatWasMade() {
        var made = new Step(Step.Action.CREATE, key("", "pods", "Pod", "a"), "", List.of());
        var nameless = new Step(Step.Action.CREATE, key("", "pods", "Pod", ""), "", List.of());

        assertThat(line(Undo.of(made, NOTHING, NOTHING)))
                .isEqualTo("kubectl delete pods/a --namespace=shop");
        assertThat(Undo.of(nameless, NOTHING, NOTHING)).isEmpty();
    }

    @Test
    void asksForSeveralObjectsInOneLineTheLastFirst() {
        var first = new Undo(Undo.Way.SCALE, key("apps", "deployments", "Deployment", "a"), "2");
        var second = new Undo(Undo.Way.SCALE, key("apps", "deployments", "Deployment", "b"), "3");
        var third = new Undo(Undo.Way.SCALE, key("apps", "deployments", "Deployment", "c"), "2");

        assertThat(Undo.asks(List.of(first, second, third)))
                .containsExactly(
                        new Undo.Ask(
                                "kubectl scale deployments.apps/c deployments.apps/a"
                                        + " --namespace=shop --replicas=2",
                                Map.of()),
                        new Undo.Ask(
                                "kubectl scale deployments.apps/b --namespace=shop --replicas=3",
                                Map.of()));
    }
}
