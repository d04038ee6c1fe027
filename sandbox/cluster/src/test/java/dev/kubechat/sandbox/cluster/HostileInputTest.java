package dev.kubechat.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
    private static final String CONFIG_MAPS = "/api/v1/namespaces/default/configmaps";
    private static StageCluster cluster;
    private static Client admin;

    @BeforeAll
    static void start() {
        cluster = StageCluster.start(StageClusterOptions.empty());
        admin = Client.admin(cluster);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void refusesABodyOfMoreThanThreeMebibytes() {
        var answer = admin.post(CONFIG_MAPS, " ".repeat(3 * 1024 * 1024 + 1));
        assertThat(answer.code()).isEqualTo(413);
        assertThat(answer.message()).isEqualTo("Request entity too large: limit is 3145728");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"a", "[]", "null", "7", "{} trailing {", "\u0000"})
    void refusesWhatIsNoJsonObject(String body) {
        assertThat(admin.post(CONFIG_MAPS, body).code()).isIn(400, 422);
    }

    @Test
    void refusesJsonOfUnboundedDepth() {
        assertThat(admin.post(CONFIG_MAPS, "[".repeat(100_000)).code()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metadata\": 7}",
                "{\"metadata\": {\"name\": 7}}",
                "{\"metadata\": {\"name\": \"a\", \"labels\": {\"a\": {}}}}",
                "{\"metadata\": {\"name\": \"a\", \"ownerReferences\": [1]}}",
                "{\"spec\": \"x\"}",
                "{\"spec\": {\"template\": {\"spec\": {\"containers\": [7]}}}}",
                "{\"spec\": {\"template\": {\"spec\": {\"containers\": [{\"name\": \"a\","
                        + " \"ports\": [7]}]}}}}",
                "{\"spec\": {\"template\": {\"spec\": {\"initContainers\": [[]]}}}}",
                "{\"spec\": {\"replicas\": \"many\"}}",
                "{\"spec\": {\"replicas\": 1.5}}",
                "{\"spec\": {\"strategy\": []}}",
            })
    void refusesFieldsOfAWrongType(String body) {
        var answer = admin.post(Manifests.DEPLOYMENTS, body);
        assertThat(answer.code()).as(answer.text()).isEqualTo(400);
        assertThat(answer.message()).contains("cannot be handled as a Deployment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/pods?limit=many",
                "/api/v1/pods?watch=1&resourceVersion=foo",
                "/api/v1/pods?watch=1&timeoutSeconds=soon",
                "/api/v1/pods?labelSelector=((((",
                "/api/v1/pods?fieldSelector==",
                "/api/v1/pods?limit=1&continue=zzz",
                "/api/v1/pods?includeObject=%25&labelSelector=!!",
            })
    void refusesQueriesItCannotRead(String path) {
        assertThat(admin.get(path).code()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "OPTIONS", "HEAD", "get", "LIST", "CREATE"})
    void allowsNoMethodItDoesNotKnow(String method) {
        assertThat(admin.send(method, "/api/v1/pods", "", "").code()).isEqualTo(405);
        assertThat(admin.send(method, CONFIG_MAPS + "/a", "", "").code()).isEqualTo(405);
    }

    @Test
    void tellsItsHealthToHead() {
        assertThat(admin.send("HEAD", "/healthz", "", "").code()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/namespaces//pods",
                "/api/v1/namespaces/default/pods/%2e%2e/x",
                "/apis//",
                "/api/v1/pods/a/b/c/d"
            })
    void answersOddPathsWithAStatus(String path) {
        var answer = admin.get(path);
        assertThat(answer.code()).isBetween(200, 499);
        assertThat(answer.json().path("kind").isString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"preconditions\": \"uid\"}",
                "{\"preconditions\": {\"uid\": 7}}",
                "{\"dryRun\": \"All\"}",
                "{\"gracePeriodSeconds\": \"x\"}",
                "{",
            })
    void deletesNothingWhereItCannotReadTheOptions(String options) {
        admin.post(CONFIG_MAPS, Manifests.configMap("kept"));
        assertThat(admin.delete(CONFIG_MAPS + "/kept", options).code()).isEqualTo(400);
        assertThat(admin.get(CONFIG_MAPS + "/kept").code()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metadata\": {\"name\": \"c\", \"labels\": {\"bad key\": \"x\"}}}",
                "{\"metadata\": {\"name\": \"c\", \"labels\": {\"a\": \"-\"}}}",
                "{\"metadata\": {\"name\": \"c\"}, \"data\": {\"a\": 7}}",
            })
    void refusesLabelsAndDataThatAreNone(String body) {
        assertThat(admin.post(CONFIG_MAPS, body).code()).isIn(400, 422);
    }

    @Test
    void surfacesNoStackTrace() {
        var answer = admin.patch(Manifests.DEPLOYMENTS + "/x", Client.MERGE, "{");
        assertThat(answer.text()).doesNotContain("Exception", "\tat ", "dev.kubechat");
    }

    @Test
    void refusesProtobufItDoesNotKnow() {
        var answer =
                admin.send(
                        "POST",
                        CONFIG_MAPS,
                        "application/vnd.kubernetes.protobuf",
                        "k8s\u0000rubbish");
        assertThat(answer.code()).isIn(400, 415);
    }

    @Test
    void goesOnWhenADeploymentIsBeyondItsControllers() {
        admin.post(
                Manifests.DEPLOYMENTS,
                Manifests.deployment("odd", 1)
                        .replace(
                                "\"replicas\": 1,",
                                "\"replicas\": 1, \"strategy\": {\"rollingUpdate\": {\"maxSurge\":"
                                        + " \"a lot\"}},"));
        admin.post(Manifests.DEPLOYMENTS, Manifests.deployment("even", 1));
        cluster.settle();
        assertThat(admin.get(Manifests.PODS + "?labelSelector=app=even").names()).hasSize(1);
    }
}
