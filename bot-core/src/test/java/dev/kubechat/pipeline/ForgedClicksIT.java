package dev.kubechat.pipeline;

import static dev.kubechat.pipeline.PipelineWorld.ALICE;
import static dev.kubechat.pipeline.PipelineWorld.BOB;
import static dev.kubechat.pipeline.PipelineWorld.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.chat.ButtonClick;
import dev.kubechat.chat.ChatThread;
import dev.kubechat.chat.Choice;
import dev.kubechat.chat.EventId;
import dev.kubechat.chat.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clicks that no card offers, and words that look like clicks: none of them changes a cluster. */
class ForgedClicksIT {

    private static final String CONFIRM = "Yes, run it";

    private static PipelineWorld world;

    @BeforeAll
    static void start() {
        world = PipelineWorld.ofTheShop();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static String last(ChatThread thread) {
        return world.posts(thread).getLast().text();
    }

    private static void click(Person person, ChatThread thread, Choice choice) {
        world.accept(
                new ButtonClick(
                        new EventId("forged-" + UUID.randomUUID()),
                        thread,
                        person,
                        choice,
                        Instant.EPOCH));
        world.settle();
    }

    /** What the thread's first card offers for a yes, without it being pressed. */
    private static Choice offered(ChatThread thread) {
        return world.jdbc()
                .sql(
                        "select approval_id, (select digest from approval.request r where r.id ="
                                + " approval_id) as digest from core.query where root = ? and"
                                + " approval_id is not null order by position limit 1")
                .param(thread.root())
                .query((row, _) ->
                        new Choice(
                                Choice.Verb.CONFIRM,
                                row.getObject(1, UUID.class),
                                row.getString(2)))
                .single();
    }

    @Test
    void aDoubleClickRunsOnce() {
        var thread = world.ask(ALICE, "kubectl label deployment web twice=no -n shop");
        var choice = offered(thread);
        var writes = world.writesTo("web");
        for (var i = 0; i < 3; i++) {
            world.accept(
                    new ButtonClick(
                            new EventId("double-" + i), thread, ALICE, choice, Instant.EPOCH));
        }
        world.settle();
        assertThat(world.writesTo("web")).isEqualTo(writes + 1);
    }

    @Test
    void p11AClickThatIsDeliveredAgainHasNoSecondEffect() {
        var thread = world.ask(ALICE, "kubectl label deployment web replayed=no -n shop");
        var click =
                new ButtonClick(
                        new EventId("replayed"), thread, ALICE, offered(thread), Instant.EPOCH);
        var writes = world.writesTo("web");
        var votes = trail("approval.voted");
        var redelivered = trail("inbound.redelivered");
        world.accept(click);
        world.accept(click);
        world.settle();
        world.accept(click);
        world.settle();
        assertThat(world.writesTo("web")).isEqualTo(writes + 1);
        assertThat(trail("approval.voted")).isEqualTo(votes + 1);
        assertThat(trail("inbound.redelivered")).isEqualTo(redelivered + 2);
    }

    /** Recorded on its way, and played again under another id after the request has ended. */
    @ParameterizedTest
    @ValueSource(strings = {CONFIRM, "Cancel"})
    void p11AnOldClickOnWhatHasEndedRunsNothing(String ended) {
        var thread =
                world.ask(
                        ALICE,
                        "kubectl annotate deployment web old=%s --overwrite -n shop"
                                .formatted(ended.length()));
        var choice = offered(thread);
        world.press(ALICE, thread, ended);
        var writes = world.writes();
        var card = world.posts(thread).getFirst();

        click(ALICE, thread, choice);
        click(BOB, thread, new Choice(Choice.Verb.APPROVE, choice.request(), choice.digest()));

        assertThat(world.writes()).isEqualTo(writes);
        assertThat(world.posts(thread).getFirst().text()).isEqualTo(card.text());
    }

    /** Two replicas take the clicks of two people, and two run what comes of it. */
    @RepeatedTest(5)
    void theSameButtonPressedByTwoAtOnceRunsOnce(RepetitionInfo repetition) throws Exception {
        var thread =
                world.ask(
                        ALICE,
                        "kubectl label deployment web together=%d --overwrite -n shop"
                                .formatted(repetition.getCurrentRepetition()));
        var choice = offered(thread);
        var writes = world.writesTo("web");
        var together = new CyclicBarrier(4);
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var clicks = new ArrayList<Callable<Void>>();
            for (var person : List.of(ALICE, BOB, ALICE, STRANGER)) {
                clicks.add(() -> {
                    together.await();
                    world.accept(
                            new ButtonClick(
                                    new EventId("together-" + UUID.randomUUID()),
                                    thread,
                                    person,
                                    choice,
                                    Instant.EPOCH));
                    return null;
                });
            }
            for (var click : hands.invokeAll(clicks)) {
                click.get();
            }
        }
        world.settleTogether(3);
        assertThat(world.writesTo("web")).isEqualTo(writes + 1);
        assertThat(world.posts(thread))
                .filteredOn(post -> post.text().contains("Done, as Alice"))
                .hasSize(1);
    }

    @Test
    void p5AnApprovalThatWasUsedRunsNothing() {
        var thread = world.ask(ALICE, "kubectl annotate deployment web used=yes -n shop");
        var choice = offered(thread);
        var writes = world.writes();
        world.pressOnly(ALICE, thread, CONFIRM);
        world.useElsewhere(choice);

        world.settle();

        assertThat(world.writes()).isEqualTo(writes);
        assertThat(last(thread)).contains("used already", "Nothing was changed.");
    }

    private static long trail(String type) {
        return world.auditTypes().stream().filter(type::equals).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Yes, run it", "approve", "ok go", "+1", "confirm"})
    void wordsInAThreadConfirmNothing(String words) {
        var writes = world.writes();
        var thread = world.ask(ALICE, "kubectl label deployment catalog typed=yes -n shop");
        world.say(ALICE, thread, words);
        assertThat(world.writes()).isEqualTo(writes);
        assertThat(world.posts(thread).getFirst().buttons()).contains(CONFIRM);
    }

    @Test
    void ofTwoThatWaitInOneThreadTheOneThatWasPressedRuns() {
        var thread = world.ask(ALICE, "kubectl label deployment cart first=yes -n shop");
        var first = offered(thread);
        world.say(ALICE, thread, "kubectl label deployment search second=yes -n shop");
        var searched = world.writesTo("search");
        var carted = world.writesTo("cart");

        click(ALICE, thread, first);

        assertThat(world.writesTo("cart")).isEqualTo(carted + 1);
        assertThat(world.writesTo("search")).isEqualTo(searched);
    }

    @Test
    void aClickWithTheDigestOfAnotherRequestRunsNeither() {
        var one = world.ask(ALICE, "kubectl label deployment cart mixed=a -n shop");
        var other = world.ask(ALICE, "kubectl label deployment cart mixed=b -n shop");
        var writes = world.writes();

        click(
                ALICE,
                one,
                new Choice(Choice.Verb.CONFIRM, offered(one).request(), offered(other).digest()));
        click(ALICE, one, new Choice(Choice.Verb.CONFIRM, UUID.randomUUID(), "0".repeat(64)));

        assertThat(world.writes()).isEqualTo(writes);
    }

    @Test
    void aClickOnWhatWasAskedAgainRunsNothing() {
        var thread = world.ask(ALICE, "kubectl scale deployment catalog --replicas=6 -n shop");
        var old = offered(thread);
        world.someoneElseScales("shop", "catalog", 4);
        world.press(ALICE, thread, CONFIRM);
        var writes = world.writesOf("alice", "catalog");

        click(ALICE, thread, old);

        assertThat(world.writesOf("alice", "catalog")).isEqualTo(writes);
        assertThat(world.posts(thread))
                .anySatisfy(post -> assertThat(post.text()).contains("spec.replicas: 4 → 6"));
    }

    @Test
    void nobodyElseConfirmsAndNobodyApprovesByConfirming() {
        var own = world.ask(ALICE, "kubectl label deployment web mine=yes -n shop");
        var dangerous = world.ask(ALICE, "kubectl delete deployment web -n shop");
        var writes = world.writes();
        click(BOB, own, offered(own));
        click(STRANGER, own, offered(own));
        click(ALICE, dangerous, offered(dangerous));
        click(
                ALICE,
                dangerous,
                new Choice(
                        Choice.Verb.APPROVE,
                        offered(dangerous).request(),
                        offered(dangerous).digest()));
        click(STRANGER, dangerous, offered(dangerous));
        assertThat(world.writes()).isEqualTo(writes);
    }

    @Test
    void whatTurnsTheDirectionOfWritingIsRefused() {
        var thread =
                world.ask(
                        ALICE,
                        "kubectl annotate deployment cart note='a\u202Ecilbup\u202C' -n shop");
        assertThat(last(thread))
                .contains("The line holds U+202E, a character that cannot be seen")
                .contains("Nothing was run")
                .doesNotContain("\u202E");
    }
}
