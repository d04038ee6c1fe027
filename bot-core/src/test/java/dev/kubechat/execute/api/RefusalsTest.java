package dev.kubechat.execute.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterFixture;
import org.junit.jupiter.api.Test;

/** The messages are those of a 1.36 API server; RealClusterContractIT holds them against one. */
class RefusalsTest {

    private static final Caller ALICE = ClusterFixture.caller("alice");

    @Test
    void tellsThePersonsRightsApart() {
        assertThat(
                        forbidden(
                                "pods is forbidden: User \\\"alice\\\" cannot list resource"
                                        + " \\\"pods\\\" in API group \\\"\\\" in the namespace"
                                        + " \\\"shop\\\""))
                .isEqualTo(
                        "You may not list pods in namespace shop (Kubernetes user alice). Ask"
                                + " whoever manages access to cluster staging for that right.");
    }

    @Test
    void tellsTheBotsBoundApart() {
        assertThat(
                        forbidden(
                                "secrets is forbidden: User \\\"kubechat-bot\\\" cannot"
                                    + " impersonate-on:user-info:list resource \\\"secrets\\\" in"
                                    + " API group \\\"\\\" in the namespace \\\"shop\\\""))
                .isEqualTo(
                        "KubeChat may not list secrets in namespace shop, whoever asks: its role in"
                                + " cluster staging does not allow it. If it should, an admin adds"
                                + " impersonate-on:user-info:list on secrets to that role.");
    }

    @Test
    void tellsAStrangerApart() {
        assertThat(
                        forbidden(
                                "users.authentication.k8s.io \\\"mallory\\\" is forbidden: User"
                                    + " \\\"kubechat-bot\\\" cannot impersonate:user-info resource"
                                    + " \\\"users\\\" in API group \\\"authentication.k8s.io\\\" at"
                                    + " the cluster scope"))
                .isEqualTo(
                        "KubeChat may not act as \"mallory\" (users) in cluster staging: its role"
                            + " there does not name them. An admin applies the role that KubeChat"
                            + " generates from the mapping.");
    }

    @Test
    void tellsAStrangerApartWithOlderRightsToo() {
        assertThat(
                        forbidden(
                                "groups \\\"sre\\\" is forbidden: User \\\"bot\\\" cannot"
                                    + " impersonate resource \\\"groups\\\" in API group \\\"\\\""
                                    + " at the cluster scope"))
                .startsWith("KubeChat may not act as \"sre\" (groups) in cluster staging");
    }

    @Test
    void namesASubresourceAsRulesDo() {
        assertThat(
                        forbidden(
                                "deployments.apps \\\"checkout\\\" is forbidden: User \\\"alice\\\""
                                        + " cannot patch resource \\\"deployments/scale\\\" in API"
                                        + " group \\\"apps\\\" in the namespace \\\"shop\\\""))
                .startsWith("You may not patch deployments.apps/scale in namespace shop");
    }

    @Test
    void givesTheServersReasonForAnythingElse() {
        assertThat(forbidden("pods \\\"x\\\" is forbidden: exceeded quota: compute"))
                .isEqualTo(
                        "Cluster staging does not allow this: pods \"x\" is forbidden: exceeded"
                                + " quota: compute.");
    }

    private static String forbidden(String message) {
        return Refusals.forbidden(
                new Reply(403, "{\"message\": \"%s\", \"code\": 403}".formatted(message)), ALICE);
    }
}
