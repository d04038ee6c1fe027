package dev.kubechat.execute.change;

import static dev.kubechat.execute.change.ExecuteFixture.checkout;
import static dev.kubechat.execute.change.ExecuteFixture.deleting;
import static dev.kubechat.execute.change.ExecuteFixture.restarting;
import static dev.kubechat.execute.change.ExecuteFixture.scaling;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.api.Call;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** P14: each step's request bears the uid and the old value that the preview saw. */
class CallTest {

    private static final String CHECKOUT = "/apis/apps/v1/namespaces/shop/deployments/checkout";
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.5Z");

    @Test
    void P14_scalesOnlyThisObjectAndFromTheOldNumber() {
        assertThat(ScaleVerb.call(scaling(2, 3)))
                .isEqualTo(
                        new Call(
                                "PATCH",
                                new ApiPath(CHECKOUT + "/scale"),
                                "application/json-patch+json",
                                """
                                [{"op":"test","path":"/metadata/uid","value":"uid-1"},{"op":"test","path":"/spec/replicas","value":2},\
                                {"op":"add","path":"/spec/replicas","value":3}]\
                                """));
    }

    @Test
    void P14_scalesFromNothing() {
        assertThat(ScaleVerb.call(scaling(0, 1)).body())
                .contains("{\"op\":\"test\",\"path\":\"/spec/replicas\",\"value\":null}");
    }

    @Test
    void P14_restartsOnlyThisObjectAndFromTheOldMark() {
        assertThat(RestartVerb.call(restarting(), NOON))
                .isEqualTo(
                        new Call(
                                "PATCH",
                                new ApiPath(CHECKOUT),
                                "application/json-patch+json",
                                """
                                [{"op":"test","path":"/metadata/uid","value":"uid-1"},\
                                {"op":"test","path":"/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt","value":null},\
                                {"op":"add","path":"/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt",\
                                "value":"2026-01-01T12:00:00Z"}]\
                                """));
    }

    @Test
    void P14_restartsWhatHasNoAnnotationsYet() {
        var change =
                new FieldChange(RestartVerb.FIRST, null, "kubectl.kubernetes.io/restartedAt=now");
        var step = new Step(Step.Action.RESTART, checkout(), "7", List.of(change));

        assertThat(RestartVerb.call(step, NOON).body())
                .contains(
                        "{\"op\":\"test\",\"path\":\"/spec/template/metadata/annotations\",\"value\":null}")
                .contains(
                        "\"value\":{\"kubectl.kubernetes.io/restartedAt\":\"2026-01-01T12:00:00Z\"}");
    }

    @Test
    void P14_deletesOnlyThisObject() {
        assertThat(DeleteVerb.call(deleting()))
                .isEqualTo(
                        new Call(
                                "DELETE",
                                new ApiPath(CHECKOUT),
                                "application/json",
                                """
                                {"apiVersion":"v1","kind":"DeleteOptions","preconditions":{"uid":"uid-1"},"propagationPolicy":"Background"}\
                                """));
    }

    @Test
    void triesADeletionWithoutEffectInItsBodyToo() {
        var dry = DeleteVerb.call(deleting()).dry();

        assertThat(dry.path().text()).isEqualTo(CHECKOUT + "?dryRun=All");
        assertThat(dry.body()).contains("\"dryRun\":[\"All\"]");
    }

    @Test
    void encodesNamesInPaths() {
        var path =
                ApiPath.collection("rbac.authorization.k8s.io", "v1", "clusterroles", null)
                        .at("system:a/../b?c");

        assertThat(path.text())
                .isEqualTo("/apis/rbac.authorization.k8s.io/v1/clusterroles/system:a%2F..%2Fb%3Fc");
    }
}
