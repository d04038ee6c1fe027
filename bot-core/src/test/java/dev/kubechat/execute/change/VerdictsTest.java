package dev.kubechat.execute.change;

import static dev.kubechat.execute.change.ExecuteFixture.deleting;
import static dev.kubechat.execute.change.ExecuteFixture.restarting;
import static dev.kubechat.execute.change.ExecuteFixture.scaling;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterFixture;
import dev.kubechat.execute.api.Fate;
import dev.kubechat.execute.api.Masking;
import dev.kubechat.execute.api.ObjectKey;
import dev.kubechat.execute.api.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictsTest {

    private static final Caller ALICE = ClusterFixture.caller("alice");

    @Test
    void saysWhatKubectlPrints() {
        assertThat(answer(scaling(2, 3), 200, "{}"))
                .isEqualTo(new StepResult.Done("deployment.apps/checkout scaled"));
        assertThat(answer(restarting(), 200, "{}"))
                .isEqualTo(new StepResult.Done("deployment.apps/checkout restarted"));
        assertThat(answer(deleting(), 200, "{}"))
                .isEqualTo(
                        new StepResult.Done(
                                "deployment.apps \"checkout\" deleted from shop namespace"));
    }

    @Test
    void saysWhatKubectlPrintsOfWhatHasNoNamespace() {
        var key = new ObjectKey("", "v1", "namespaces", "Namespace", null, "shop", "uid-1");
        var forced = List.of(new FieldChange(DeleteVerb.GRACE, null, "0"));

        assertThat(answer(new Step(Step.Action.DELETE, key, "7", List.of()), 202, "{}"))
                .isEqualTo(new StepResult.Done("namespace \"shop\" deleted"));
        assertThat(answer(new Step(Step.Action.DELETE, key, "7", forced), 200, "{}"))
                .isEqualTo(new StepResult.Done("namespace \"shop\" force deleted"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    401 | Cluster staging does not accept KubeChat's credential. Whoever runs KubeChat has to renew it. Nothing was changed.
                    404 | deployment.apps/checkout is not there any more. Nothing was changed.
                    409 | deployment.apps/checkout changed since it was looked at. Ask again to see how it is now. Nothing was changed.
                    422 | deployment.apps/checkout changed since it was looked at. Ask again to see how it is now. Nothing was changed.
                    429 | Cluster staging asks for patience. Try again in a moment. Nothing was changed.
                    """)
    void saysThatNothingWasChanged(int code, String sentence) {
        assertThat(answer(scaling(2, 3), code, "{}"))
                .isEqualTo(
                        new StepResult.Failed(
                                sentence,
                                "Error from server: status %d\n".formatted(code),
                                code == 409 || code == 422));
    }

    /** Of a creation that the server refuses since the name is taken there is nothing to look at again. */
    @Test
    void onlyWhatWasLookedAtCanHaveChanged() {
        var made = new Step(Step.Action.CREATE, deleting().object(), "", List.of());
        assertThat(answer(made, 409, "{}"))
                .isInstanceOfSatisfying(
                        StepResult.Failed.class, failed -> assertThat(failed.outdated()).isFalse());
    }

    @Test
    void givesTheServersReasonForWhatIsInvalid() {
        var body =
                """
                {"message": "Deployment.apps \\"checkout\\" is invalid: spec.replicas: must be at most 5", "reason": "Invalid",
                 "details": {"causes": [{"field": "spec.replicas"}]}, "code": 422}
                """;

        assertThat(answer(scaling(2, 3), 422, body))
                .isEqualTo(
                        new StepResult.Failed(
                                "Cluster staging did not do this: Deployment.apps \"checkout\" is"
                                        + " invalid: spec.replicas: must be at most 5. Nothing was"
                                        + " changed.",
                                "The request is invalid: spec.replicas: \n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 500, 502, 503, 504})
    void P8_doesNotKnowAfterAnUncertainAnswer(int code) {
        assertThat(answer(scaling(2, 3), code, ""))
                .isEqualTo(
                        new StepResult.Unknown(
                                "Cluster staging answered "
                                        + code
                                        + ". Whether deployment.apps/checkout was scaled is not"
                                        + " known. It is not tried again by itself: look first,"
                                        + " with kubectl get deployment.apps/checkout -n shop."));
    }

    @Test
    void knowsThatAWebhookComesBeforeTheChange() {
        var body =
                "{\"message\": \"Internal error occurred: failed calling webhook \\\"x\\\": no"
                        + " endpoints\", \"code\": 500}";

        assertThat(answer(scaling(2, 3), 500, body)).isInstanceOf(StepResult.Failed.class);
    }

    @Test
    void P8_doesNotKnowAfterSilence() {
        var silence =
                new Fate.Silence(
                        "Cluster staging broke off before it answered.",
                        new IllegalStateException());

        assertThat(Verdicts.of(deleting(), silence, ALICE)).isInstanceOf(StepResult.Unknown.class);
    }

    @Test
    void knowsThatItWasNotSent() {
        assertThat(
                        Verdicts.of(
                                deleting(),
                                new Fate.NeverSent("Cluster staging cannot be reached."),
                                ALICE))
                .isEqualTo(
                        new StepResult.NotSent(
                                "Cluster staging cannot be reached. Nothing was changed."));
    }

    private static StepResult answer(Step step, int code, String body) {
        return Verdicts.of(step, new Fate.Answered(new Reply(code, body)), ALICE);
    }

    @Test
    void tellsWhatTheServerWarnsOfOnce() {
        var reply = new Reply(200, "{}", List.of("too old", "password=hunter2hunter2", "too old"));

        var ended = Verdicts.of(scaling(2, 3), new Fate.Answered(reply), ALICE);

        assertThat(((StepResult.Done) ended).warnings())
                .containsExactly("too old", Masking.text("password=hunter2hunter2"));
        assertThat(((StepResult.Done) ended).warnings().getLast()).doesNotContain("hunter2");
    }
}
