package dev.kubechat.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static StageCluster cluster;
    private static Client admin;

    @BeforeAll
    static void start() {
        cluster = StageCluster.start(StageClusterOptions.shop());
        admin = Client.admin(cluster);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void listsTheObjectsOfOneNamespace() {
        assertThat(admin.get("/apis/apps/v1/namespaces/shop/deployments").names())
                .containsExactly("cart", "catalog", "checkout", "recommendations", "search", "web");
    }

    @Test
    void leavesKindAndVersionToTheList() {
        var list = admin.get("/apis/apps/v1/namespaces/shop/deployments").json();
        assertThat(list.path("kind").asString()).isEqualTo("DeploymentList");
        assertThat(list.at("/items/0").has("kind")).isFalse();
    }

    @Test
    void selectsByLabels() {
        assertThat(
                        admin.get(
                                        "/apis/apps/v1/namespaces/shop/deployments?labelSelector=tier%20in%20(frontend),app!=cart")
                                .names())
                .containsExactly("web");
    }

    @Test
    void selectsByFields() {
        assertThat(
                        admin.get(
                                        "/api/v1/pods?fieldSelector=status.phase=Pending,metadata.namespace=staging")
                                .names())
                .singleElement()
                .asString()
                .startsWith("checkout-");
    }

    @Test
    void selectsEventsByTheObjectTheyAreAbout() {
        var events =
                admin.get(
                        "/api/v1/events?fieldSelector=involvedObject.kind=Pod,reason=FailedScheduling");
        assertThat(events.json().at("/items/0/involvedObject/name").asString())
                .startsWith("model-trainer-");
    }

    @Test
    void refusesAFieldItCannotSelectBy() {
        var answer = admin.get("/api/v1/pods?fieldSelector=spec.color=red");
        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("field label not supported: spec.color");
    }

    @Test
    void refusesALabelSelectorItCannotRead() {
        assertThat(admin.get("/api/v1/pods?labelSelector=a%20b").code()).isEqualTo(400);
    }

    @Test
    void listsPageByPage() {
        var first = admin.get("/apis/apps/v1/namespaces/shop/deployments?limit=4");
        assertThat(first.names()).hasSize(4);
        assertThat(first.json().at("/metadata/remainingItemCount").asInt()).isEqualTo(2);
        var second =
                admin.get(
                        "/apis/apps/v1/namespaces/shop/deployments?limit=4&continue="
                                + first.at("/metadata/continue"));
        assertThat(second.names()).containsExactly("search", "web");
        assertThat(second.at("/metadata/continue")).isEmpty();
    }

    @Test
    void refusesAContinueTokenThatIsNone() {
        assertThat(admin.get("/api/v1/pods?continue=%25").message())
                .startsWith("invalid continue token: ");
    }

    @Test
    void saysWhatIsNotThere() {
        var answer = admin.get("/apis/apps/v1/namespaces/shop/deployments/x");
        assertThat(answer.code()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("deployments.apps \"x\" not found");
        assertThat(answer.json().at("/details").toString())
                .isEqualTo("{\"name\":\"x\",\"group\":\"apps\",\"kind\":\"deployments\"}");
    }

    @Test
    void showsEventsInBothGroups() {
        var event =
                admin.get("/apis/events.k8s.io/v1/namespaces/shop/events").json().at("/items/0");
        assertThat(event.path("note").isString()).isTrue();
        assertThat(event.at("/regarding/kind").asString()).isEqualTo("Pod");
    }

    @Test
    void showsAutoscalersInBothVersions() {
        var web = admin.get("/apis/autoscaling/v1/namespaces/shop/horizontalpodautoscalers/web");
        assertThat(web.json().at("/spec/targetCPUUtilizationPercentage").asInt()).isEqualTo(70);
    }

    @Test
    void givesMetadataAloneWhenAsked() {
        var client =
                admin.with(
                        "Accept",
                        "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io");
        var list = client.get("/api/v1/namespaces/shop/secrets");
        assertThat(list.at("/kind")).isEqualTo("PartialObjectMetadataList");
        assertThat(list.text()).doesNotContain("\"data\"");
    }

    @Test
    void refusesAFormItDoesNotSpeak() {
        assertThat(admin.with("Accept", "text/plain").get("/api/v1/pods").code()).isEqualTo(406);
    }
}
