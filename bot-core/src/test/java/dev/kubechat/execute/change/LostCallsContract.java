package dev.kubechat.execute.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.execute.api.ApiPath;
import dev.kubechat.execute.change.ClusterContract.Ground;
import dev.kubechat.execute.change.FaultProxy.Fault;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P8 on a whole cluster: a write that is lost on its way, or whose answer is, is told as unknown and never sent again. */
public interface LostCallsContract {

    Ground ground();

    /** Stands before the cluster of the ground. */
    FaultProxy proxy();

    /** Leads to the same cluster, through the proxy. */
    ClusterDoor doorThroughProxy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scale deployment checkout --replicas=7",
                "rollout restart deployment checkout",
                "label deployment checkout mislaid=before",
                "set image deployment checkout shop=busybox:1.36",
                "delete deployment checkout"
            })
    default void P8_aWriteThatIsLostIsNotSentAgain(String line) {
        var step = ground().planned(line);
        var generation = ground().checkout().at("/metadata/generation");

        assertThat(lose(Fault.DROP_BEFORE_THE_SERVER_SAW_IT, step))
                .isInstanceOf(StepResult.Unknown.class);

        assertThat(ground().checkout().at("/metadata/generation")).isEqualTo(generation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scale deployment checkout --replicas=%d",
                "rollout restart deployment checkout"
            })
    default void P8_aWriteWhoseAnswerIsLostIsNotSentAgain(String line) {
        var step = ground().planned(line.formatted(ground().replicas() + 1));
        var generation = ground().checkout().at("/metadata/generation").asInt();

        assertThat(lose(Fault.DROP_BEFORE_THE_ANSWER, step)).isInstanceOf(StepResult.Unknown.class);

        assertThat(ground().checkout().at("/metadata/generation").asInt())
                .isEqualTo(generation + 1);
    }

    @Test
    default void P8_aDeletionWhoseAnswerIsLostIsNotSentAgain() {
        var pod =
                ground().printed("get pods -l app=checkout -o name")
                        .lines()
                        .findFirst()
                        .orElseThrow();

        assertThat(lose(Fault.DROP_BEFORE_THE_ANSWER, ground().planned("delete " + pod)))
                .isInstanceOf(StepResult.Unknown.class);
    }

    @Test
    default void P8_aChangeWhoseAnswerIsLostIsNotSentAgain() {
        var step = ground().planned("label deployment checkout lost=after --overwrite");

        assertUnknown(lose(Fault.DROP_BEFORE_THE_ANSWER, step), "deployment.apps/checkout");

        assertThat(ground().checkout().at("/metadata/labels/lost").asString()).isEqualTo("after");
    }

    @Test
    default void P8_aCreationThatIsLostIsNotSentAgain() {
        var step = ground().planned("create configmap lost-before --from-literal=a=b");

        assertUnknown(
                lose(Fault.DROP_BEFORE_THE_SERVER_SAW_IT, step),
                "configmap/lost-before was created");

        assertThat(ground().api(ground().operator()).get(configMap("lost-before")).code())
                .isEqualTo(404);
    }

    @Test
    default void P8_aCreationWhoseAnswerIsLostIsNotSentAgain() {
        var step = ground().planned("create configmap lost-after --from-literal=a=b");

        assertUnknown(lose(Fault.DROP_BEFORE_THE_ANSWER, step), "configmap/lost-after was created");

        assertThat(ground().api(ground().operator()).get(configMap("lost-after")).code())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DROP_BEFORE_THE_SERVER_SAW_IT", "DROP_BEFORE_THE_ANSWER"})
    default void P8_anEvictionThatIsLostIsNotSentAgain(Fault fault) {
        var step = ExecuteFixture.evicting(ground().planned("delete " + somePod()).object());

        assertUnknown(lose(fault, step), step.object().name() + " was evicted");

        // gone, or about to go, only if the server saw it
        var pod =
                ground().api(ground().operator())
                        .get(ApiPath.core("pods", ground().namespace()).at(step.object().name()));
        var goes = pod.code() == 404 || pod.json().path("metadata").has("deletionTimestamp");
        assertThat(goes).isEqualTo(fault == Fault.DROP_BEFORE_THE_ANSWER);
    }

    private String somePod() {
        return ground().printed("get pods -l app=checkout -o name")
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private ApiPath configMap(String name) {
        return ApiPath.core("configmaps", ground().namespace()).at(name);
    }

    private static void assertUnknown(StepResult result, String what) {
        assertThat(result).isInstanceOf(StepResult.Unknown.class);
        assertThat(((StepResult.Unknown) result).sentence())
                .contains(what, "It is not tried again by itself: look first, with kubectl get");
    }

    private StepResult lose(Fault fault, Step step) {
        var before = proxy().writes();
        proxy().setFault(fault);
        try {
            return ExecuteFixture.changesThrough(doorThroughProxy())
                    .perform(step, ground().operator(), Instant.MAX);
        } finally {
            proxy().setFault(Fault.NONE);
            // an answer in between, so that the door does not leave the cluster alone
            ExecuteFixture.readsThrough(doorThroughProxy())
                    .read(ground().inNamespace("get pods"), ground().operator());
            assertThat(proxy().writes()).isEqualTo(before + 1);
        }
    }
}
