package dev.kubechat.pipeline;

import static dev.kubechat.pipeline.PipelineWorld.BOB;
import static dev.kubechat.pipeline.PipelineWorld.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.chat.ChatThread;
import dev.kubechat.sandbox.cluster.api.SeenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node is drained whose pods a disruption budget keeps for a while. */
class DrainIT {

    private static final String DRAIN =
            "kubectl drain node-1 --force --pod-selector='app in (free,kept)'";
    private static final String WAITS = "a disruption budget does not let it go yet";

    private static final String POD =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s-%d, namespace: shop, labels: {app: %s}}
            spec: {nodeName: node-1, terminationGracePeriodSeconds: 0, containers: [{name: app, image: app:1}]}
            ---
            """;
    private static final String BUDGET =
            """
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: kept, namespace: shop}
            spec: {minAvailable: 2, selector: {matchLabels: {app: kept}}}
            """;

    private static final String PODS =
            POD.formatted("free", 0, "free")
                    + POD.formatted("kept", 0, "kept")
                    + POD.formatted("kept", 1, "kept");

    private static PipelineWorld world;

    private int callsBefore;

    @BeforeAll
    static void start() {
        world = PipelineWorld.ofTheShop();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void fill() {
        world.someoneElseTakesAway(PODS + BUDGET);
        world.someoneElseMakes(PODS + BUDGET);
        world.someoneElseUncordons("node-1");
        callsBefore = world.calls().size();
    }

    private void letGo() {
        world.someoneElseSetsTheBudget("shop", "kept", 0);
    }

    private ChatThread approved(String line) {
        var thread = world.ask(BOB, line);
        world.press(CAROL, thread, "Approve");
        return thread;
    }

    private String card(ChatThread thread) {
        return world.posts(thread).getFirst().text();
    }

    private String last(ChatThread thread) {
        return world.posts(thread).getLast().text();
    }

    /** The workloads whose pods were told to go, in the order of the calls. */
    private List<String> evictions() {
        return evicted().stream()
                .map(path -> path.replaceFirst(".*/pods/(\\w+)-.*", "$1"))
                .toList();
    }

    private List<String> evicted() {
        return calls().map(SeenRequest::path).filter(path -> path.endsWith("/eviction")).toList();
    }

    private Stream<SeenRequest> calls() {
        return world.calls().stream().skip(callsBefore);
    }

    @Test
    void showsHowFarItIsWhileABudgetKeepsAPodAndThenItsEnd() {
        var thread = approved(DRAIN);
        assertThat(card(thread))
                .containsPattern("^Running: 2 of 4 steps done\\. Waiting for pod kept-0: " + WAITS);
        assertThat(evictions()).containsExactly("free", "kept");

        // not due, so nobody holds it
        world.settle();
        assertThat(evictions()).containsExactly("free", "kept");

        world.putOffIsDue(Duration.ZERO);
        world.settle();
        assertThat(card(thread)).startsWith("Running: 2 of 4").contains(WAITS);
        assertThat(evictions()).containsExactly("free", "kept", "kept");

        letGo();
        world.putOffIsDue(Duration.ZERO);
        world.settle();
        assertThat(card(thread)).startsWith("Done: ");
        assertThat(last(thread)).endsWith("node/node-1 drained");
    }

    @Test
    void isWaitedForTenMinutes() {
        var thread = approved(DRAIN);

        world.putOffIsDue(Duration.ofMinutes(9));
        world.settle();
        assertThat(card(thread)).contains(WAITS);

        world.putOffIsDue(Duration.ofMinutes(10));
        world.settle();
        assertThat(card(thread)).startsWith("Not all of it was done");
        assertThat(last(thread))
                .contains(
                        "It was asked for again and again for 10 minutes, and KubeChat waits no"
                                + " longer for one step.");
        assertThat(evictions()).containsExactly("free", "kept", "kept", "kept");
    }

    @Test
    void isWaitedForNoLongerThanItsTimeoutSays() {
        var thread = approved(DRAIN + " --timeout=1ms");

        assertThat(last(thread)).contains("until the time that --timeout gives was over");
        assertThat(evictions()).containsExactly("free", "kept");
    }

    @Test
    void p8GoesOnInAnotherProcessWithTheStepsNotBegun() {
        var thread = approved(DRAIN);

        letGo();
        world.putOffIsDue(Duration.ZERO);
        world.anotherProcessTakesOver();

        assertThat(card(thread)).startsWith("Done: ");
        // the second was refused once
        assertThat(evictions()).containsExactly("free", "kept", "kept", "kept");
    }

    @Test
    void p8IsAskedForNothingTwiceWhenItStopsInTheMiddle() {
        letGo();
        var thread = world.ask(BOB, DRAIN);
        world.stopInTheFirstStep(CAROL, thread, "Approve");
        world.settleChat();
        assertThat(card(thread)).startsWith("Running: 1 of 4 steps done.");
        assertThat(evictions()).isEmpty();

        world.anotherProcessTakesOver();

        assertThat(card(thread)).startsWith("Done: ");
        assertThat(
                        calls().filter(call ->
                                call.path().endsWith("/nodes/node-1")
                                        && call.method().equals("PATCH")))
                .hasSize(1);
        assertThat(evictions()).containsExactly("free", "kept", "kept");
        assertThat(Set.copyOf(evicted())).hasSize(3);
    }

    @Test
    void isAskedAgainAfterTooLongWithoutAnybodyToGoOn() {
        var thread = approved(DRAIN);

        world.putOffIsDue(Duration.ofMinutes(16));
        world.anotherProcessTakesOver();

        assertThat(evictions()).containsExactly("free", "kept");
        assertThat(world.posts(thread).getLast().buttons()).contains("Approve");
    }

    @Test
    void isTakenBackByLettingTheNodeTakePodsAgain() {
        letGo();
        var thread = world.ask(BOB, DRAIN);
        assertThat(card(thread))
                .contains(
                        "The way back lets node node-1 take new pods again; pods that have gone do"
                                + " not move back.");
        world.press(CAROL, thread, "Approve");

        world.press(BOB, thread, "Undo");

        assertThat(last(thread))
                .contains(
                        "Bob, do you want this?", "kubectl uncordon node-1", "spec.unschedulable");
    }
}
