package dev.kubechat.pipeline;

import static dev.kubechat.pipeline.PipelineWorld.ALICE;
import static dev.kubechat.pipeline.PipelineWorld.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kubechat.chat.ChatThread;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * Two people at the same moment, on a real cluster: both were shown the same state, both said yes, both were looked at again, and
 * both writes stand before the server when it is let go.
 */
class RacesIT {

    private static final String CONFIRM = "Yes, run it";

    /** What is asked of one deployment: with which words, and which of its fields shows whose it is. */
    private static final List<Round> ROUNDS =
            List.of(
                    new Round("kubectl scale deployment SHOP --replicas=%s", "3", "4", "replicas"),
                    new Round("kubectl label deployment SHOP team=%s", "a", "b", "team"),
                    new Round(
                            "kubectl patch deployment SHOP -p"
                                    + " '{\"spec\":{\"minReadySeconds\":%s}}'",
                            "5", "6", "minReadySeconds"),
                    new Round("kubectl set image deployment SHOP shop=shop:%s", "8", "9", "image"),
                    new Round("kubectl annotate deployment SHOP note=%s", "x", "y", "note"));

    private static @Nullable RealTown town;

    private record Round(String line, String alices, String bobs, String field) {}

    @BeforeAll
    static void start() {
        var kubeconfig = System.getenv("KUBECHAT_TEST_KUBECONFIG");
        if (kubeconfig == null) {
            System.out.println("RacesIT is skipped: KUBECHAT_TEST_KUBECONFIG names no cluster.");
        }
        assumeTrue(kubeconfig != null, "KUBECHAT_TEST_KUBECONFIG names no cluster");
        town = new RealTown(Objects.requireNonNull(kubeconfig));
    }

    @AfterAll
    static void stop() {
        if (town != null) {
            town.close();
        }
    }

    @AfterEach
    void letWritesThrough() {
        town().proxy().letWritesThrough();
    }

    private static RealTown town() {
        return Objects.requireNonNull(town);
    }

    private static PipelineWorld world() {
        return town().world;
    }

    private static String all(ChatThread thread) {
        return String.join("\n", world().posts(thread).stream().map(post -> post.text()).toList());
    }

    private static String last(ChatThread thread) {
        return world().posts(thread).getLast().text();
    }

    private static boolean isDone(ChatThread thread) {
        return all(thread).contains("Done, as ");
    }

    /** Both writes have to be on their way before either reaches the server. */
    private static void sendTogether() {
        var both = new CyclicBarrier(2);
        town().proxy()
                .holdWrites(() -> {
                    try {
                        both.await(1, TimeUnit.MINUTES);
                    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                        throw new IllegalStateException("only one write came", e);
                    }
                });
        world().runTogether(2);
        town().proxy().letWritesThrough();
    }

    /** How the steps of what was asked in a thread ended, the first ask first. */
    private static List<String> steps(ChatThread thread) {
        return world().jdbc()
                .sql(
                        """
                        select s.state from core.step s join core.execution e on e.id = s.execution_id
                        join core.query q on q.id = e.query_id where q.root = ? order by q.position
                        """)
                .param(thread.root())
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private static @Nullable String value(String shop, String field) {
        var now = town().shop(shop);
        return switch (field) {
            case "replicas" -> String.valueOf(now.getSpec().getReplicas());
            case "minReadySeconds" -> String.valueOf(now.getSpec().getMinReadySeconds());
            case "image" ->
                    now.getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .getFirst()
                            .getImage()
                            .substring("shop:".length());
            case "team" -> now.getMetadata().getLabels().get("team");
            default ->
                    Objects.requireNonNullElse(
                                    now.getMetadata().getAnnotations(), Map.<String, String>of())
                            .get(field);
        };
    }

    @RepeatedTest(20)
    void ofTwoWhoChangeTheSameFieldAtOnceOneDoesAndTheOtherIsAskedAgain(RepetitionInfo repetition) {
        var round = ROUNDS.get(repetition.getCurrentRepetition() % ROUNDS.size());
        var shop = "race-" + repetition.getCurrentRepetition();
        town().open(shop);
        var line = round.line().replace("SHOP", shop);
        var alices = world().ask(ALICE, line.formatted(round.alices()));
        var bobs = world().ask(BOB, line.formatted(round.bobs()));
        world().pressOnly(ALICE, alices, CONFIRM);
        world().pressOnly(BOB, bobs, CONFIRM);
        var writes = town().proxy().writesPassedOn();
        var trail = world().auditTypes().size();

        sendTogether();

        assertThat(isDone(alices)).as(all(alices) + all(bobs)).isNotEqualTo(isDone(bobs));
        var winner = isDone(alices) ? alices : bobs;
        var loser = isDone(alices) ? bobs : alices;
        assertThat(town().proxy().writesPassedOn()).isEqualTo(writes + 2);
        assertThat(value(shop, round.field()))
                .isEqualTo(isDone(alices) ? round.alices() : round.bobs());
        assertThat(steps(winner)).containsExactly("DONE");
        assertThat(steps(loser)).containsExactly("FAILED");
        assertThat(world().auditTypes().subList(trail, world().auditTypes().size()))
                .filteredOn(type -> type.startsWith("step."))
                .containsExactlyInAnyOrder(
                        "step.intended", "step.intended", "step.ended", "step.ended");
        assertThat(all(loser))
                .contains(
                        "deployment.apps/%s changed since it was looked at".formatted(shop),
                        "Nothing was changed.",
                        "What was not done is asked again below.");
        takeTheSecondChance(round, shop, loser, loser.equals(alices));
    }

    /** A label or a note that is there already needs --overwrite, as in kubectl; all else is asked with the values as they are now. */
    private static void takeTheSecondChance(
            Round round, String shop, ChatThread thread, boolean isAlices) {
        if (round.line().contains(" label ") || round.line().contains(" annotate ")) {
            assertThat(last(thread)).contains("already has a value");
            return;
        }
        assertThat(last(thread)).contains("do you want this?");
        world().press(isAlices ? ALICE : BOB, thread, CONFIRM);
        assertThat(steps(thread)).containsExactly("FAILED", "DONE");
        assertThat(value(shop, round.field())).isEqualTo(isAlices ? round.alices() : round.bobs());
    }

    @RepeatedTest(3)
    void ofTwoWhoMakeTheSameObjectAtOnceOneDoes(RepetitionInfo repetition) {
        var name = "made-" + repetition.getCurrentRepetition();
        var line = "kubectl create configmap %s --from-literal=of=%s";
        var alices = world().ask(ALICE, line.formatted(name, "alice"));
        var bobs = world().ask(BOB, line.formatted(name, "bob"));
        world().pressOnly(ALICE, alices, CONFIRM);
        world().pressOnly(BOB, bobs, CONFIRM);

        sendTogether();

        assertThat(isDone(alices)).isNotEqualTo(isDone(bobs));
        assertThat(all(isDone(alices) ? bobs : alices)).contains("already exists");
        assertThat(
                        town().admin
                                .configMaps()
                                .inNamespace(town().namespace())
                                .withName(name)
                                .require()
                                .getData())
                .containsEntry("of", isDone(alices) ? "alice" : "bob");
    }

    /** Whichever comes first, the object is gone, and nobody is told of a change that is not so. */
    @RepeatedTest(3)
    void oneDeletesWhatTheOtherScales(RepetitionInfo repetition) {
        var shop = "deleted-" + repetition.getCurrentRepetition();
        town().open(shop);
        var alices = world().ask(ALICE, "kubectl delete deployment " + shop);
        var bobs = world().ask(BOB, "kubectl scale deployment %s --replicas=3".formatted(shop));
        world().pressOnly(BOB, alices, "Approve");
        world().pressOnly(BOB, bobs, CONFIRM);

        sendTogether();

        assertThat(all(alices)).contains("Done, as Alice");
        assertThat(steps(alices)).containsExactly("DONE");
        if (isDone(bobs)) {
            assertThat(steps(bobs)).containsExactly("DONE");
        } else {
            assertThat(steps(bobs)).containsExactly("FAILED");
            assertThat(all(bobs)).contains("/%s is not there any more".formatted(shop));
        }
        assertThat(
                        town().admin
                                .apps()
                                .deployments()
                                .inNamespace(town().namespace())
                                .withName(shop)
                                .get())
                .isNull();
    }

    @Test
    void p14WhatWasMadeAgainAfterTheLastLookIsLeftAloneAndAskedAgain() {
        town().open("swapped");
        var thread = world().ask(ALICE, "kubectl scale deployment swapped --replicas=5");
        town().proxy()
                .holdNextWrite(() -> {
                    var deployments =
                            town().admin.apps().deployments().inNamespace(town().namespace());
                    deployments.withName("swapped").delete();
                    deployments
                            .withName("swapped")
                            .waitUntilCondition(Objects::isNull, 1, TimeUnit.MINUTES);
                    town().open("swapped");
                });

        world().press(ALICE, thread, CONFIRM);

        assertThat(all(thread))
                .contains(
                        "swapped changed since it was looked at",
                        "What was not done is asked again below.")
                .doesNotContain("Done, as");
        assertThat(value("swapped", "replicas")).isEqualTo("2");
        assertThat(last(thread)).contains("do you want this?", "spec.replicas: 2 → 5");
        world().press(ALICE, thread, CONFIRM);
        assertThat(last(thread)).contains("Done, as Alice");
        assertThat(value("swapped", "replicas")).isEqualTo("5");
    }
}
