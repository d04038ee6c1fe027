package dev.kubechat.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.execute.ClusterContract.Ground;
import dev.kubechat.execute.FaultProxy.Fault;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
