package dev.kubechat.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DiscoveryTest {
    private static StageCluster cluster;

    @BeforeAll
    static void start() {
        cluster = StageCluster.start(StageClusterOptions.empty());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void isOfVersion136() {
        assertThat(Client.admin(cluster).get("/version").at("/gitVersion")).isEqualTo("v1.36.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/livez", "/readyz"})
    void tellsAnybodyThatItIsWell(String path) {
        assertThat(Client.anonymous(cluster).get(path)).isEqualTo(new Answer(200, "ok"));
    }

    @Test
    void namesShortNamesAndCategoriesOfDeployments() {
        var deployments = resource("/apis/apps/v1", "deployments");
        assertThat(deployments.at("/shortNames/0").asString()).isEqualTo("deploy");
        assertThat(deployments.at("/categories/0").asString()).isEqualTo("all");
        assertThat(deployments.at("/singularName").asString()).isEqualTo("deployment");
    }

    @Test
    void namesTheKindOfTheScaleSubresource() {
        assertThat(resource("/apis/apps/v1", "deployments/scale").path("kind").asString())
                .isEqualTo("Scale");
    }

    @Test
    void prefersTheNewerVersionOfAGroup() {
        var answer = Client.admin(cluster).get("/apis/autoscaling");
        assertThat(answer.at("/preferredVersion/groupVersion")).isEqualTo("autoscaling/v2");
    }

    @Test
    void answersAggregatedDiscoveryInTheOldForm() {
        var client =
                Client.admin(cluster)
                        .with(
                                "Accept",
                                "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json");
        assertThat(client.get("/apis").at("/kind")).isEqualTo("APIGroupList");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openapi/v3",
                "/apis/unknown.example/v1",
                "/apis/apps/v1/namespaces/default/foos",
                "/metrics"
            })
    void saysOfWhatItDoesNotServeThatItIsNotFound(String path) {
        var answer = Client.admin(cluster).get(path);
        assertThat(answer.code()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("the server could not find the requested resource");
    }

    @Test
    void leavesOutOfDiscoveryWhatItRefuses() {
        assertThat(Client.admin(cluster).get("/api/v1").text())
                .doesNotContain("pods/attach", "pods/portforward");
    }

    private static JsonNode resource(String path, String name) {
        return Client.admin(cluster).get(path).json().path("resources").values().stream()
                .filter(resource -> resource.path("name").asString("").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
