package dev.kubechat.execute.read;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.FakeApiServer;
import dev.kubechat.execute.api.Api;
import dev.kubechat.execute.api.Discovery;
import dev.kubechat.execute.api.Reply;
import dev.kubechat.execute.api.Sight;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guess at why a rollout does not end, from what the API says of its pods. */
class StuckRolloutTest {

    private static final String DEPLOYMENT =
            """
            {"metadata": {"name": "web", "namespace": "shop"},
             "spec": {"selector": {"matchLabels": {"app": "web"}}}}
            """;

    private static String cause(int code, String pods, String workload) {
        try (var server = new FakeApiServer(answering(code, pods));
                var door = doorTo(server.kubeconfig())) {
            var alice = caller("alice", "sre");
            var sight =
                    new Sight(
                            new Api(alice.cluster(), door.forPerson(alice)),
                            new Discovery(door, Clock.systemUTC()),
                            alice);
            return new StuckRollout(sight).cause(Reply.JSON.readTree(workload));
        }
    }

    private static String ofPod(String status) {
        return cause(
                200,
                "{\"kind\": \"PodList\", \"items\": [{\"metadata\": {\"name\": \"web-1\"}, \"status\": %s}]}"
                        .formatted(status),
                DEPLOYMENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"reason": "ImagePullBackOff", "message": "Back-off pulling image"} | Likely cause: pod web-1 cannot get its image web:9 (ImagePullBackOff). Back-off pulling image.
                    {"reason": "InvalidImageName"} | Likely cause: pod web-1 cannot get its image web:9 (InvalidImageName).
                    {"reason": "CreateContainerConfigError", "message": "configmap \\"a\\" not found"} | Likely cause: pod web-1 cannot start: configmap "a" not found.
                    {"reason": "CrashLoopBackOff"} | Likely cause: container app of pod web-1 ends again and again (exit status 3). Look at `kubectl logs web-1 -c app --previous`.
                    """)
    void saysWhyAContainerDoesNotRun(String waiting, String sentence) {
        assertThat(
                        ofPod(
                                """
                                {"phase": "Pending", "containerStatuses": [{"name": "app", "image": "web:9",
                                 "state": {"waiting": %s}, "lastState": {"terminated": {"exitCode": 3}}}]}
                                """
                                        .formatted(waiting)))
                .isEqualTo(sentence);
    }

    @Test
    void saysThatTheMemoryDidNotDo() {
        assertThat(
                        ofPod(
                                """
                                {"containerStatuses": [{"name": "app", "state": {"waiting": {"reason": "CrashLoopBackOff"}},
                                 "lastState": {"terminated": {"exitCode": 137, "reason": "OOMKilled"}}}]}
                                """))
                .contains("(it needs more memory than its limit)");
    }

    @Test
    void saysThatThereIsNoNode() {
        assertThat(
                        ofPod(
                                """
                                {"phase": "Pending", "conditions": [{"type": "PodScheduled", "status": "False",
                                 "message": "0/3 nodes are available"}]}
                                """))
                .isEqualTo("Likely cause: pod web-1 finds no node: 0/3 nodes are available.");
    }

    @Test
    void saysThatAPodIsNotReady() {
        assertThat(ofPod("{\"phase\": \"Running\"}"))
                .startsWith("Likely cause: pod web-1 runs and is not ready yet");
    }

    @Test
    void saysNothingOfPodsThatAreReady() {
        assertThat(
                        ofPod(
                                """
                                {"phase": "Running", "conditions": [{"type": "Ready", "status": "True"}]}
                                """))
                .isEmpty();
    }

    @Test
    void saysThatPodsAreRefused() {
        var refused =
                """
                {"metadata": {"name": "web", "namespace": "shop"}, "spec": {},
                 "status": {"conditions": [{"type": "ReplicaFailure", "status": "True", "message": "exceeded quota"}]}}
                """;

        assertThat(cause(500, "{}", refused))
                .isEqualTo("Likely cause: its pods are refused: exceeded quota.");
    }

    @Test
    void saysThatItIsPaused() {
        assertThat(cause(500, "{}", "{\"spec\": {\"paused\": true}}"))
                .isEqualTo("Likely cause: it is paused; kubectl rollout resume lets it go on.");
    }

    @Test
    void saysNothingToThoseWhoMayNotSeeThePods() {
        assertThat(cause(403, "{\"kind\": \"Status\", \"code\": 403}", DEPLOYMENT)).isEmpty();
    }
}
