package dev.kubechat.sandbox.cluster;

import static dev.kubechat.sandbox.cluster.Manifests.DEPLOYMENTS;
import static dev.kubechat.sandbox.cluster.Manifests.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatchingTest {
    private static final String WEB = DEPLOYMENTS + "/web";
    private StageCluster cluster;
    private Client admin;

    @BeforeEach
    void startWithADeployment() {
        cluster = StageCluster.start(StageClusterOptions.empty());
        admin = Client.admin(cluster);
        admin.post(DEPLOYMENTS, deployment("web", 1));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void appliesAJsonPatchWhoseTestHolds() {
        var answer =
                admin.patch(
                        WEB,
                        Client.JSON_PATCH,
                        """
                        [{"op": "test", "path": "/spec/replicas", "value": 1}, {"op": "replace", "path": "/spec/replicas", "value": 3}]
                        """);
        assertThat(answer.json().at("/spec/replicas").asInt()).isEqualTo(3);
    }

    @Test
    void changesNothingWhereATestFails() {
        var answer =
                admin.patch(
                        WEB,
                        Client.JSON_PATCH,
                        """
                        [{"op": "replace", "path": "/spec/replicas", "value": 3}, {"op": "test", "path": "/metadata/name", "value": "other"}]
                        """);
        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message())
                .isEqualTo("the server rejected our request due to an error in our request");
        assertThat(admin.get(WEB).json().at("/spec/replicas").asInt()).isEqualTo(1);
    }

    @Test
    void refusesAJsonPatchThatIsNoList() {
        assertThat(admin.patch(WEB, Client.JSON_PATCH, "{}").message())
                .startsWith("error decoding patch: ");
    }

    @Test
    void removesALabelByMergingNull() {
        var answer =
                admin.patch(
                        WEB,
                        Client.MERGE,
                        "{\"metadata\": {\"labels\": {\"app\": null, \"b\": \"c\"}}}");
        assertThat(answer.json().at("/metadata/labels").toString()).isEqualTo("{\"b\":\"c\"}");
    }

    @Test
    void mergesContainersByName() {
        var answer =
                admin.patch(
                        WEB,
                        Client.STRATEGIC,
                        """
                        {"spec": {"template": {"spec": {"containers": [{"name": "main", "image": "shop/web:2"}, {"name": "side", "image": "shop/side:1"}]}}}}
                        """);
        var containers = answer.json().at("/spec/template/spec/containers");
        assertThat(containers.values())
                .extracting(c -> c.path("image").asString())
                .containsExactly("shop/web:2", "shop/side:1");
        assertThat(containers.at("/0/terminationMessagePath").asString())
                .isEqualTo("/dev/termination-log");
    }

    @Test
    void refusesANameThatIsNotThatOfThePath() {
        assertThat(admin.patch(WEB, Client.MERGE, "{\"metadata\": {\"name\": \"u\"}}").message())
                .isEqualTo("the name of the object (u) does not match the name on the URL (web)");
    }

    @Test
    void refusesAnotherUid() {
        assertThat(admin.patch(WEB, Client.MERGE, "{\"metadata\": {\"uid\": \"zz\"}}").message())
                .isEqualTo(
                        "Deployment.apps \"web\" is invalid: metadata.uid: Invalid value: \"zz\":"
                                + " field is immutable");
    }

    @Test
    void refusesAnOldResourceVersion() {
        assertThat(
                        admin.patch(
                                        WEB,
                                        Client.MERGE,
                                        "{\"metadata\": {\"resourceVersion\": \"1\"}}")
                                .code())
                .isEqualTo(409);
    }

    @Test
    void refusesAPatchOfAnUnknownKind() {
        var answer = admin.patch(WEB, "application/json", "{}");
        assertThat(answer.code()).isEqualTo(415);
        assertThat(answer.message()).isEqualTo("415: Unsupported Media Type");
    }

    @Test
    void refusesToChangeWhatAPodRuns() {
        cluster.settle();
        var pod = admin.get(Manifests.PODS).names().getFirst();
        assertThat(
                        admin.patch(
                                        Manifests.PODS + "/" + pod,
                                        Client.MERGE,
                                        "{\"spec\": {\"nodeName\": \"other\"}}")
                                .message())
                .contains("spec: Forbidden: pod updates may not change fields other than");
        assertThat(
                        admin.patch(
                                        Manifests.PODS + "/" + pod,
                                        Client.MERGE,
                                        "{\"metadata\": {\"labels\": {\"x\": \"y\"}}}")
                                .code())
                .isEqualTo(200);
    }
}
