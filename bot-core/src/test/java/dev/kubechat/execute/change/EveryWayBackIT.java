package dev.kubechat.execute.change;

import static dev.kubechat.execute.change.ExecuteFixture.changesThrough;
import static dev.kubechat.execute.change.ExecuteFixture.command;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.cluster.Caller;
import dev.kubechat.cluster.ClusterDoor;
import dev.kubechat.cluster.ClusterFixture;
import dev.kubechat.sandbox.cluster.StageCluster;
import dev.kubechat.sandbox.cluster.StageClusterOptions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of step can be taken back, or it is said before that it cannot. What the stage does not do, {@link WayBackTest} asks. */
class EveryWayBackIT {

    private static final Caller BOB = ClusterFixture.caller("bob", "sre");
    private static final String NO_WAY = "There is no way back";

    private static final Map<String, String> FILES =
            Map.of(
                    "map.yaml",
                    """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: settings, namespace: shop}
                    data: {colour: blue}
                    """);

    private static StageCluster stage;
    private static ClusterDoor door;

    @BeforeAll
    static void start() {
        stage = StageCluster.start(StageClusterOptions.shop());
        door =
                ClusterFixture.doorTo(
                        ClusterFixture.kubeconfigWithToken(stage.kubeconfig(), stage.token("bot")));
    }

    @AfterAll
    static void stop() {
        door.close();
        stage.close();
    }

    static Stream<String> lines() {
        return Stream.of(
                "scale deployment/checkout -n shop --replicas=7",
                "autoscale deployment/checkout -n shop --min=1 --max=3",
                "rollout restart deployment/checkout -n shop",
                "rollout pause deployment/checkout -n shop",
                "set image deployment/checkout -n shop *=shop/checkout:9",
                "set env deployment/checkout -n shop COLOUR=blue",
                "set env deployment/checkout -n shop DB_PASSWORD=aC0rrectHorse9",
                "set resources deployment/checkout -n shop --limits=cpu=1",
                "set serviceaccount deployment/checkout -n shop default",
                "label deployment/checkout -n shop a=b",
                "annotate deployment/checkout -n shop a=b",
                "patch deployment/checkout -n shop -p '{\"spec\":{\"paused\":true}}'",
                "delete deployment/checkout -n shop",
                "delete deployment/checkout -n shop -o name",
                "delete service/checkout -n shop",
                "delete pod/%s -n shop".formatted(pod()),
                "create configmap colours -n shop --from-literal=a=b",
                "create deployment other -n shop --image=web:1",
                "create -f map.yaml -n shop",
                "apply -f map.yaml -n shop",
                "expose deployment/checkout -n shop --name=more --port=80",
                "run one -n shop --image=web:1",
                "exec %s -n shop -- touch /tmp/a".formatted(pod()),
                "cp shop/%s:/etc/hosts hosts".formatted(pod()));
    }

    private static String pod() {
        try (var admin = ClusterFixture.unguardedClient(stage.kubeconfig())) {
            return admin.pods().inNamespace("shop").list().getItems().stream()
                    .map(pod -> pod.getMetadata().getName())
                    .filter(name -> name.startsWith("checkout-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Preview.Planned planned(String line) {
        var preview =
                changesThrough(door)
                        .preview(command(line), BOB, name -> Optional.ofNullable(FILES.get(name)));
        assertThat(preview).as(line).isInstanceOf(Preview.Planned.class);
        return (Preview.Planned) preview;
    }

    private static boolean says(Preview.Planned planned) {
        return planned.consequences().stream().anyMatch(said -> said.startsWith(NO_WAY));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void canBeTakenBackOrSaysBeforeThatItCannot(String line) {
        var planned = planned(line);

        var every = planned.undos().stream().allMatch(Optional::isPresent);
        var nobodyMissesIt =
                planned.steps().stream()
                        .allMatch(step ->
                                step.action() == Step.Action.COPY
                                        || line.startsWith("delete pod/"));
        assertThat(planned.undos()).hasSameSizeAs(planned.steps());
        assertThat(says(planned))
                .as("%s: %s", line, planned.consequences())
                .isEqualTo(!every && !nobodyMissesIt);
    }

    @Test
    void missesNothingOfAProgramThatOnlyReads() {
        assertThat(says(planned("exec %s -n shop -- cat /etc/hosts".formatted(pod())))).isFalse();
        assertThat(planned("exec %s -n shop -- touch /tmp/a".formatted(pod())).consequences())
                .contains("There is no way back: what a program does in a container stays done.");
    }

    @Test
    void looksAtEachKindOfStep() {
        var seen = EnumSet.noneOf(Step.Action.class);
        lines().forEach(line -> planned(line).steps().forEach(step -> seen.add(step.action())));

        // a pod that is drained is spoken of in the test of drain; a chat is given no token
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Step.Action.values())
                                .filter(action ->
                                        action != Step.Action.EVICT && action != Step.Action.TOKEN)
                                .toList());
    }
}
