package dev.kubechat.sandbox.cluster;

import static dev.kubechat.sandbox.cluster.Manifests.DEPLOYMENTS;
import static dev.kubechat.sandbox.cluster.Manifests.configMap;
import static dev.kubechat.sandbox.cluster.Manifests.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingTest {
    private static final String CONFIG_MAPS = "/api/v1/namespaces/default/configmaps";
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
    void createsWithUidVersionTimeAndDefaults() {
        var created = admin.post(DEPLOYMENTS, deployment("web", 1));
        assertThat(created.code()).isEqualTo(201);
        assertThat(created.at("/metadata/uid")).hasSize(36);
        assertThat(created.at("/metadata/resourceVersion")).isNotEmpty();
        assertThat(created.json().at("/metadata/generation").asInt()).isEqualTo(1);
        assertThat(created.at("/spec/strategy/rollingUpdate/maxSurge")).isEqualTo("25%");
    }

    @Test
    void refusesToCreateTwice() {
        admin.post(CONFIG_MAPS, configMap("a"));
        var again = admin.post(CONFIG_MAPS, configMap("a"));
        assertThat(again.code()).isEqualTo(409);
        assertThat(again.message()).isEqualTo("configmaps \"a\" already exists");
    }

    @Test
    void refusesANameThatIsNone() {
        var answer = admin.post(CONFIG_MAPS, configMap("Y_"));
        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message())
                .startsWith(
                        "ConfigMap \"Y_\" is invalid: metadata.name: Invalid value: \"Y_\": a"
                                + " lowercase RFC 1123 subdomain must consist of");
        assertThat(answer.at("/details/causes/0/field")).isEqualTo("metadata.name");
    }

    @Test
    void namesAllThatIsWrongWithADeployment() {
        var answer = admin.post(DEPLOYMENTS, "{\"metadata\": {\"name\": \"y\"}}");
        assertThat(answer.message())
                .isEqualTo(
                        "Deployment.apps \"y\" is invalid: [spec.selector: Required value,"
                            + " spec.template.metadata.labels: Invalid value: null: `selector` does"
                            + " not match template `labels`, spec.template.spec.containers:"
                            + " Required value]");
    }

    @Test
    void refusesANamespaceThatIsNotThere() {
        var answer = admin.post("/api/v1/namespaces/nope/configmaps", configMap("a"));
        assertThat(answer.code()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("namespaces \"nope\" not found");
    }

    @Test
    void refusesAnotherKindThanTheOneOfItsPath() {
        assertThat(admin.post(DEPLOYMENTS, configMap("a")).message())
                .startsWith("ConfigMap in version \"v1\" cannot be handled as a Deployment");
    }

    @Test
    void refusesAnUpdateOfAnOldVersion() {
        var first = admin.post(CONFIG_MAPS, configMap("a"));
        admin.patch(CONFIG_MAPS + "/a", Client.MERGE, "{\"data\": {\"a\": \"2\"}}");
        var late = admin.put(CONFIG_MAPS + "/a", first.text());
        assertThat(late.code()).isEqualTo(409);
        assertThat(late.message())
                .isEqualTo(
                        "Operation cannot be fulfilled on configmaps \"a\": the object has been"
                            + " modified; please apply your changes to the latest version and try"
                            + " again");
    }

    @Test
    void countsGenerationsOfSpecsOnly() {
        admin.post(DEPLOYMENTS, deployment("web", 1));
        admin.patch(
                DEPLOYMENTS + "/web", Client.MERGE, "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}");
        assertThat(admin.get(DEPLOYMENTS + "/web").json().at("/metadata/generation").asInt())
                .isEqualTo(1);
        admin.patch(DEPLOYMENTS + "/web", Client.MERGE, "{\"spec\": {\"replicas\": 2}}");
        assertThat(admin.get(DEPLOYMENTS + "/web").json().at("/metadata/generation").asInt())
                .isEqualTo(2);
    }

    @Test
    void keepsNothingOfADryRun() {
        var answer = admin.post(CONFIG_MAPS + "?dryRun=All", configMap("a"));
        assertThat(answer.code()).isEqualTo(201);
        assertThat(admin.get(CONFIG_MAPS + "/a").code()).isEqualTo(404);
    }

    @Test
    void refusesADryRunThatIsNotAll() {
        assertThat(admin.post(CONFIG_MAPS + "?dryRun=some", configMap("a")).message())
                .isEqualTo(
                        "CreateOptions.meta.k8s.io \"\" is invalid: dryRun: Unsupported value:"
                                + " [\"some\"]: supported values: \"All\"");
    }

    @Test
    void refusesANewSelector() {
        admin.post(DEPLOYMENTS, deployment("web", 1));
        assertThat(
                        admin.patch(
                                        DEPLOYMENTS + "/web",
                                        Client.MERGE,
                                        "{\"spec\": {\"selector\": {\"matchLabels\": {\"b\":"
                                                + " \"c\"}}}}")
                                .message())
                .contains("spec.selector: Invalid value: ", "field is immutable");
    }

    @Test
    void leavesTheStatusToItsSubresource() {
        admin.post(DEPLOYMENTS, deployment("web", 1));
        admin.patch(DEPLOYMENTS + "/web", Client.MERGE, "{\"status\": {\"replicas\": 77}}");
        cluster.settle();
        assertThat(admin.get(DEPLOYMENTS + "/web").json().at("/status/replicas").asInt())
                .isEqualTo(1);
    }

    @Test
    void scales() {
        admin.post(DEPLOYMENTS, deployment("web", 1));
        var scale =
                admin.patch(
                        DEPLOYMENTS + "/web/scale", Client.MERGE, "{\"spec\": {\"replicas\": 3}}");
        assertThat(scale.at("/kind")).isEqualTo("Scale");
        assertThat(scale.at("/status/selector")).isEqualTo("app=web");
        assertThat(admin.get(DEPLOYMENTS + "/web").json().at("/spec/replicas").asInt())
                .isEqualTo(3);
    }

    @Test
    void refusesToScaleBelowZero() {
        admin.post(DEPLOYMENTS, deployment("web", 1));
        assertThat(
                        admin.patch(
                                        DEPLOYMENTS + "/web/scale",
                                        Client.MERGE,
                                        "{\"spec\": {\"replicas\": -1}}")
                                .message())
                .isEqualTo(
                        "Scale.autoscaling \"web\" is invalid: spec.replicas: Invalid value: -1:"
                                + " must be greater than or equal to 0");
    }

    @Test
    void refusesToScaleWhatChangedMeanwhile() {
        var created = admin.post(DEPLOYMENTS, deployment("web", 1));
        admin.patch(
                DEPLOYMENTS + "/web", Client.MERGE, "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}");
        var patch =
                "{\"metadata\": {\"resourceVersion\": \"%s\"}, \"spec\": {\"replicas\": 3}}"
                        .formatted(created.at("/metadata/resourceVersion"));
        assertThat(admin.patch(DEPLOYMENTS + "/web/scale", Client.MERGE, patch).code())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "Scale, autoscaling/v1, other, default",
        "Scale, autoscaling/v1, web, elsewhere",
        "Pod, autoscaling/v1, web, default",
        "Scale, v1, web, default",
    })
    void refusesAScaleThatIsAboutSomethingElse(
            String kind, String version, String name, String namespace) {
        admin.post(DEPLOYMENTS, deployment("web", 1));
        var scale =
                "{\"kind\": \"%s\", \"apiVersion\": \"%s\", \"metadata\": {\"name\": \"%s\", \"namespace\": \"%s\"}, \"spec\": {\"replicas\": 3}}"
                        .formatted(kind, version, name, namespace);
        assertThat(admin.put(DEPLOYMENTS + "/web/scale", scale).code()).isEqualTo(400);
        assertThat(admin.get(DEPLOYMENTS + "/web").json().at("/spec/replicas").asInt())
                .isEqualTo(1);
    }

    @Test
    void takesNoQuotaItWouldNotEnforce() {
        var answer =
                admin.post(
                        "/api/v1/namespaces/default/resourcequotas",
                        "{\"metadata\": {\"name\": \"q\"}}");
        assertThat(answer.code()).isEqualTo(501);
        assertThat(answer.message())
                .isEqualTo(
                        "This in-process cluster does not enforce a ResourceQuota, so it takes"
                                + " none.");
    }

    @Test
    void refusesServerSideApplyInASentence() {
        admin.post(DEPLOYMENTS, deployment("web", 1));
        var answer =
                admin.patch(
                        DEPLOYMENTS + "/web?fieldManager=me",
                        "application/apply-patch+yaml",
                        "spec: {replicas: 2}");
        assertThat(answer.code()).isEqualTo(501);
        assertThat(answer.message()).startsWith("This in-process cluster keeps no field managers");
    }

    @Test
    void warnsThatItChecksNoUnknownFields() {
        assertThat(admin.post(CONFIG_MAPS + "?fieldValidation=Strict", configMap("a")).code())
                .isEqualTo(201);
    }

    @Test
    void refusesToAttachInASentence() {
        var answer = admin.post("/api/v1/namespaces/default/pods/x/attach", "");
        assertThat(answer.code()).isEqualTo(501);
        assertThat(answer.message()).contains("has no real containers and does not do pods/attach");
    }

    @Test
    void doesNotAllowWhatMakesNoSense() {
        assertThat(admin.put(DEPLOYMENTS, deployment("web", 1)).code()).isEqualTo(405);
        assertThat(admin.delete("/api/v1/namespaces/default/pods/x/log").message())
                .isEqualTo("the server does not allow this method on the requested resource");
    }
}
