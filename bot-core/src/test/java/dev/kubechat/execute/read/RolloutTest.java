package dev.kubechat.execute.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.execute.api.ApiResource;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight.No;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2,1,0,0,0,0 | false | Waiting for deployment spec update to be observed...
                    2,2,3,1,3,0 | false | Waiting for deployment "web" rollout to finish: 1 out of 3 new replicas have been updated...
                    2,2,3,3,4,3 | false | Waiting for deployment "web" rollout to finish: 1 old replicas are pending termination...
                    2,2,3,3,3,1 | false | Waiting for deployment "web" rollout to finish: 1 of 3 updated replicas are available...
                    2,2,3,3,3,3 | true  | deployment "web" successfully rolled out
                    """)
    void tellsHowFarADeploymentIs(String numbers, boolean done, String line) {
        var n = numbers.split(",", -1);
        var deployment =
                """
                {"metadata": {"name": "web", "generation": %s}, "spec": {"replicas": %s},
                 "status": {"observedGeneration": %s, "updatedReplicas": %s, "replicas": %s, "availableReplicas": %s}}
                """
                        .formatted(n[0], n[2], n[1], n[3], n[4], n[5]);

        assertThat(Rollout.DEPLOYMENT.status(Reply.JSON.readTree(deployment), 0))
                .isEqualTo(new Rollout.Status(line + "\n", done));
    }

    @Test
    void saysThatADeploymentIsOverdue() {
        var deployment =
                """
                {"metadata": {"name": "web"}, "status": {"conditions": [{"type": "Progressing", "reason": "ProgressDeadlineExceeded"}]}}
                """;

        assertThatThrownBy(() -> Rollout.DEPLOYMENT.status(Reply.JSON.readTree(deployment), 0))
                .isInstanceOfSatisfying(
                        No.class,
                        no ->
                                assertThat(no.errors())
                                        .isEqualTo(
                                                "error: deployment \"web\" exceeded its progress"
                                                        + " deadline\n"));
    }

    @Test
    void tellsHowFarADaemonSetIs() {
        assertThat(daemons(3, 1, 0).text())
                .isEqualTo(
                        "Waiting for daemon set \"agent\" rollout to finish: 1 out of 3 new pods"
                                + " have been updated...\n");
        assertThat(daemons(3, 3, 2).text())
                .isEqualTo(
                        "Waiting for daemon set \"agent\" rollout to finish: 2 of 3 updated pods"
                                + " are available...\n");
        assertThat(daemons(3, 3, 3))
                .isEqualTo(
                        new Rollout.Status("daemon set \"agent\" successfully rolled out\n", true));
    }

    private static Rollout.Status daemons(int desired, int updated, int available) {
        return Rollout.DAEMON_SET.status(
                Reply.JSON.readTree(
                        """
                        {"metadata": {"name": "agent"}, "spec": {"updateStrategy": {"type": "RollingUpdate"}},
                         "status": {"desiredNumberScheduled": %d, "updatedNumberScheduled": %d, "numberAvailable": %d}}
                        """
                                .formatted(desired, updated, available)),
                0);
    }

    @Test
    void countsThePartitionOfAStatefulSet() {
        var set =
                """
                {"metadata": {"name": "db", "generation": 1},
                 "spec": {"replicas": 4, "updateStrategy": {"type": "RollingUpdate", "rollingUpdate": {"partition": 2}}},
                 "status": {"observedGeneration": 1, "readyReplicas": 4, "updatedReplicas": 1}}
                """;

        assertThat(Rollout.STATEFUL_SET.status(Reply.JSON.readTree(set), 0))
                .isEqualTo(
                        new Rollout.Status(
                                "Waiting for partitioned roll out to finish: 1 out of 2 new pods"
                                        + " have been updated...\n",
                                false));
    }

    @Test
    void knowsNoRolloutOfPods() {
        var pods =
                new ApiResource(
                        "",
                        "v1",
                        "pods",
                        "pod",
                        java.util.List.of(),
                        "Pod",
                        true,
                        java.util.List.of(),
                        java.util.List.of());

        assertThatThrownBy(() -> Rollout.of(pods))
                .isInstanceOfSatisfying(
                        No.class,
                        no ->
                                assertThat(no.errors())
                                        .isEqualTo(
                                                "error: no status viewer has been implemented for"
                                                        + " Pod\n"));
    }
}
