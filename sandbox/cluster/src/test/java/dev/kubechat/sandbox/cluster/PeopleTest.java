package dev.kubechat.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each group of the shop may, asked in its name by somebody whose own bound is no limit. */
class PeopleTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {"shop-developers", "sre", "viewers", "kubechat-auditors", "kubechat-admins"})
    void seePodsEverywhere(String group) {
        assertThat(admin.as("somebody", group).get("/api/v1/pods").code()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shop-developers", "sre", "viewers", "kubechat-auditors", "kubechat-admins"})
    void seeNoSecretsOfTheSystem(String group) {
        assertThat(admin.as("somebody", group).get("/api/v1/namespaces/kube-system/secrets").code())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewers", "kubechat-auditors", "kubechat-admins"})
    void changeNothingWhereTheyOnlyLook(String group) {
        assertThat(changes(group, "shop", "checkout")).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"shop, checkout, 200", "staging, checkout, 200", "payments, fraud-check, 403"})
    void developTheShopInItsTwoNamespaces(String namespace, String deployment, int code) {
        assertThat(changes("shop-developers", namespace, deployment)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"shop, checkout", "payments, fraud-check", "platform, ingress-nginx"})
    void keepEveryNamespaceRunningAsReliabilityEngineers(String namespace, String deployment) {
        assertThat(changes("sre", namespace, deployment)).isEqualTo(200);
    }

    @Test
    void seeSecretsOfTheShopAsReliabilityEngineers() {
        assertThat(admin.as("bob", "sre").get("/api/v1/namespaces/shop/secrets").code())
                .isEqualTo(200);
    }

    private static int changes(String group, String namespace, String deployment) {
        return admin.as("somebody", group)
                .patch(
                        "/apis/apps/v1/namespaces/%s/deployments/%s?dryRun=All"
                                .formatted(namespace, deployment),
                        Client.MERGE,
                        "{\"spec\": {\"replicas\": 3}}")
                .code();
    }
}
