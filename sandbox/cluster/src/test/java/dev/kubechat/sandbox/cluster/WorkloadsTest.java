package dev.kubechat.sandbox.cluster;

import static dev.kubechat.sandbox.cluster.Manifests.DEPLOYMENTS;
import static dev.kubechat.sandbox.cluster.Manifests.PODS;
import static dev.kubechat.sandbox.cluster.Manifests.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkloadsTest {
    private static final String APPS = "/apis/apps/v1/namespaces/default/";
    private static final String RESTART =
            "{\"spec\": {\"template\": {\"metadata\": {\"annotations\":"
                    + " {\"kubectl.kubernetes.io/restartedAt\": \"now\"}}}}}";
    private StageCluster cluster;
    private Client admin;

    @BeforeEach
    void start() {
        cluster = StageCluster.start(StageClusterOptions.empty());
        admin = Client.admin(cluster);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void aDeploymentGetsAReplicaSetAndPodsThatNameTheirOwners() {
        put("deployments", deployment("web", 3));
        var pod = admin.get(PODS).json().at("/items/0");
        assertThat(pods("web")).hasSize(3);
        assertThat(pod.at("/metadata/name").asString()).matches("web-[a-z0-9]{9}-[a-z0-9]{5}");
        assertThat(pod.at("/metadata/ownerReferences/0/kind").asString()).isEqualTo("ReplicaSet");
        assertThat(status(DEPLOYMENTS + "/web", "readyReplicas")).isEqualTo(3);
    }

    @Test
    void scalingAddsAndRemovesPods() {
        put("deployments", deployment("web", 1));
        change(DEPLOYMENTS + "/web/scale", "{\"spec\": {\"replicas\": 4}}");
        assertThat(pods("web")).hasSize(4);
        change(DEPLOYMENTS + "/web/scale", "{\"spec\": {\"replicas\": 0}}");
        assertThat(pods("web")).isEmpty();
        assertThat(messages("ScalingReplicaSet"))
                .anyMatch(m -> m.matches("Scaled up replica set web-\\w+ from 1 to 4"));
    }

    @Test
    void aRestartReplacesAllPods() {
        put("deployments", deployment("web", 2));
        var before = pods("web");
        change(DEPLOYMENTS + "/web", RESTART);
        assertThat(pods("web")).hasSize(2).doesNotContainAnyElementsOf(before);
        assertThat(admin.get(APPS + "replicasets").names()).hasSize(2);
        assertThat(
                        admin.get(DEPLOYMENTS + "/web")
                                .at("/metadata/annotations/deployment.kubernetes.io~1revision"))
                .isEqualTo("2");
    }

    @Test
    void aRolloutToABrokenTemplateKeepsTheOldPods() {
        put("deployments", deployment("web", 4));
        var before = pods("web");
        change(
                DEPLOYMENTS + "/web",
                "{\"spec\": {\"template\": {\"metadata\": {\"annotations\":"
                        + " {\"sandbox.kubechat.dev/behaviour\": \"crash\"}}}}}");
        assertThat(pods("web")).hasSize(5);
        assertThat(pods("web").stream().filter(before::contains)).hasSize(3);
        assertThat(status(DEPLOYMENTS + "/web", "availableReplicas")).isEqualTo(3);
    }

    @Test
    void aRollbackReturnsToTheOldReplicaSet() {
        put("deployments", deployment("web", 2));
        change(DEPLOYMENTS + "/web", RESTART);
        change(DEPLOYMENTS + "/web", RESTART.replace("\"now\"", "null"));
        assertThat(admin.get(APPS + "replicasets").names()).hasSize(2);
        assertThat(
                        admin.get(DEPLOYMENTS + "/web")
                                .at("/metadata/annotations/deployment.kubernetes.io~1revision"))
                .isEqualTo("3");
    }

    @Test
    void aPausedDeploymentDoesNotRoll() {
        put("deployments", deployment("web", 2));
        var before = pods("web");
        change(DEPLOYMENTS + "/web", "{\"spec\": {\"paused\": true}}");
        change(DEPLOYMENTS + "/web", RESTART);
        assertThat(pods("web")).containsExactlyElementsOf(before);
    }

    @Test
    void aDeletedPodIsReplaced() {
        put("deployments", deployment("web", 1));
        var before = pods("web").getFirst();
        admin.delete(PODS + "/" + before);
        cluster.settle();
        assertThat(pods("web")).hasSize(1).doesNotContain(before);
        assertThat(messages("Killing")).contains("Stopping container main");
    }

    @Test
    void aPodTooLargeForEveryNodeStaysPending() {
        put(
                "deployments",
                deployment("web", 1)
                        .replace(
                                "\"image\"",
                                "\"resources\": {\"requests\": {\"memory\": \"1Ti\"}}, \"image\""));
        assertThat(admin.get(PODS).at("/items/0/status/phase")).isEqualTo("Pending");
        assertThat(messages("FailedScheduling"))
                .singleElement()
                .asString()
                .startsWith("0/3 nodes are available: 3 Insufficient memory.");
    }

    @Test
    void podsOfOneDeploymentGoToDifferentNodes() {
        put("deployments", deployment("web", 3));
        assertThat(admin.get(PODS).json().path("items").values())
                .extracting(p -> p.at("/spec/nodeName").asString())
                .containsExactlyInAnyOrder("node-1", "node-2", "node-3");
    }

    @Test
    void aCordonedNodeGetsNoPods() {
        for (var node : List.of("node-1", "node-2")) {
            admin.patch(
                    "/api/v1/nodes/" + node,
                    Client.STRATEGIC,
                    "{\"spec\": {\"unschedulable\": true}}");
        }
        put("deployments", deployment("web", 3));
        assertThat(admin.get(PODS).json().path("items").values())
                .extracting(p -> p.at("/spec/nodeName").asString())
                .containsOnly("node-3");
    }

    @Test
    void aServiceKnowsThePodsBehindIt() {
        put("deployments", deployment("web", 2));
        admin.post(
                "/api/v1/namespaces/default/services",
                "{\"metadata\": {\"name\": \"web\"}, \"spec\": {\"selector\": {\"app\": \"web\"},"
                        + " \"ports\": [{\"port\": 80, \"targetPort\": 8080}]}}");
        cluster.settle();
        var endpoints = admin.get("/api/v1/namespaces/default/endpoints/web").json();
        assertThat(endpoints.at("/subsets/0/addresses").size()).isEqualTo(2);
        assertThat(endpoints.at("/subsets/0/ports/0/port").asInt()).isEqualTo(8080);
    }

    @Test
    void anAutoscalerKeepsItsBounds() {
        put("deployments", deployment("web", 1));
        admin.post(
                "/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers",
                """
                {"metadata": {"name": "web"}, "spec": {"minReplicas": 2, "maxReplicas": 3,
                 "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "web"}}}
                """);
        cluster.settle();
        assertThat(pods("web")).hasSize(2);
        change(DEPLOYMENTS + "/web/scale", "{\"spec\": {\"replicas\": 9}}");
        assertThat(pods("web")).hasSize(3);
    }

    @Test
    void theSameEventAgainRaisesItsCount() {
        put("deployments", deployment("web", 0));
        for (int replicas : List.of(1, 0, 1, 0)) {
            change(
                    DEPLOYMENTS + "/web/scale",
                    "{\"spec\": {\"replicas\": %d}}".formatted(replicas));
        }
        var counts =
                admin
                        .get(
                                "/api/v1/namespaces/default/events?fieldSelector=reason=ScalingReplicaSet")
                        .json()
                        .path("items")
                        .values()
                        .stream()
                        .map(event -> event.path("count").asInt());
        assertThat(counts).containsExactly(2, 2);
    }

    @Test
    void aPodChangesWithItsAnnotation() {
        put("deployments", deployment("web", 1));
        change(
                PODS + "/" + pods("web").getFirst(),
                "{\"metadata\": {\"annotations\": {\"sandbox.kubechat.dev/behaviour\": \"oom\"}}}");
        assertThat(
                        admin.get(PODS)
                                .at(
                                        "/items/0/status/containerStatuses/0/lastState/terminated/reason"))
                .isEqualTo("OOMKilled");
        assertThat(status(DEPLOYMENTS + "/web", "readyReplicas")).isZero();
    }

    private void put(String plural, String manifest) {
        assertThat(admin.post(APPS + plural, manifest).code()).isEqualTo(201);
        cluster.settle();
    }

    private void change(String path, String patch) {
        assertThat(admin.patch(path, Client.MERGE, patch).code()).isEqualTo(200);
        cluster.settle();
    }

    private List<String> pods(String app) {
        return admin.get(PODS + "?labelSelector=app=" + app).names();
    }

    private int status(String path, String field) {
        return admin.get(path).json().at("/status/" + field).asInt(0);
    }

    private List<String> messages(String reason) {
        return admin
                .get("/api/v1/namespaces/default/events?fieldSelector=reason=" + reason)
                .json()
                .path("items")
                .values()
                .stream()
                .map(event -> event.path("message").asString())
                .toList();
    }
}
