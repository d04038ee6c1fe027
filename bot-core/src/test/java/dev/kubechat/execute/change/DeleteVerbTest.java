package dev.kubechat.execute.change;

import static dev.kubechat.cluster.ClusterFixture.caller;
import static dev.kubechat.cluster.ClusterFixture.doorTo;
import static dev.kubechat.cluster.FakeApiServer.answering;
import static dev.kubechat.execute.change.ExecuteFixture.changesThrough;
import static dev.kubechat.execute.change.ExecuteFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.FakeApiServer;
import dev.kubechat.execute.api.ObjectKey;
import dev.kubechat.execute.api.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeleteVerbTest {

    private static final Step POD =
            new Step(
                    Step.Action.DELETE,
                    new ObjectKey("", "v1", "pods", "Pod", "shop", "web-0", "uid-1"),
                    "7",
                    List.of());
    private static final String LINE = "pod \"web-0\" deleted from shop namespace";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --now --grace-period=3   | --now and --grace-period cannot be specified together
                    --now --grace-period=0   | --now and --grace-period cannot be specified together
                    --force --grace-period=5 | --force and --grace-period greater than 0 cannot be specified together
                    --force --now            | --force and --grace-period greater than 0 cannot be specified together
                    """)
    void saysInKubectlsWordsWhatDoesNotGoTogether(String flags, String words) {
        try (var server = new FakeApiServer(answering(200, "{}"));
                var door = doorTo(server.kubeconfig())) {
            assertThat(
                            changesThrough(door)
                                    .preview(
                                            command("delete pod web-0 -n shop " + flags),
                                            caller("alice", "sre")))
                    .isEqualTo(
                            new Preview.Impossible(
                                    words.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                                            + words.substring(1)
                                            + ".",
                                    "error: " + words + "\n"));
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void saysThatItIsGone() {
        assertThat(ended("{\"kind\": \"Status\", \"status\": \"Success\"}"))
                .isEqualTo(new StepResult.Done(LINE));
        assertThat(
                        ended(
                                """
                                {"kind": "Pod", "metadata": {"deletionTimestamp": "2026-11-24T12:00:00Z", "deletionGracePeriodSeconds": 0}}
                                """))
                .isEqualTo(new StepResult.Done(LINE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    "deletionGracePeriodSeconds": 30}                            | it has up to 30 s to end
                    "finalizers": ["a.example.com/x", "b"]}                      | it stays until somebody has seen to its finalizers (a.example.com/x, b)
                    "name": "shop"}, "spec": {"finalizers": ["kubernetes"]}      | what is in it goes first
                    """)
    void saysWhatItWaitsFor(String rest, String reason) {
        assertThat(
                        ended(
                                "{\"metadata\": {\"deletionTimestamp\": \"2026-11-24T12:00:00Z\", %s}"
                                        .formatted(rest)))
                .isEqualTo(
                        new StepResult.Going(
                                LINE,
                                "It is still going: %s. To see it through: kubectl wait --for=delete pods/web-0 -n shop"
                                        .formatted(reason)));
    }

    private static StepResult ended(String answer) {
        return DeleteVerb.ended(POD, new Reply(200, answer, List.of()));
    }
}
