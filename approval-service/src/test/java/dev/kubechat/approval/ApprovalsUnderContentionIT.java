package dev.kubechat.approval;

import static dev.kubechat.approval.ApprovalFixture.ANNA;
import static dev.kubechat.approval.ApprovalFixture.ASKER;
import static dev.kubechat.approval.ApprovalFixture.BEN;
import static dev.kubechat.approval.ApprovalFixture.DIGEST;
import static dev.kubechat.approval.ApprovalFixture.dangerous;
import static dev.kubechat.approval.ApprovalFixture.no;
import static dev.kubechat.approval.ApprovalFixture.person;
import static dev.kubechat.approval.ApprovalFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.approval.Approval.Approved;
import dev.kubechat.approval.Approval.Consumed;
import dev.kubechat.approval.Approval.Denied;
import dev.kubechat.approval.Approval.Expired;
import dev.kubechat.approval.Approval.Pending;
import dev.kubechat.approval.Approval.Revoked;
import dev.kubechat.approval.Counted.No;
import dev.kubechat.approval.Counted.To;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two and more people in the same moment, each on a connection of their own. */
class ApprovalsUnderContentionIT {
    private static ApprovalWorld world;

    @BeforeAll
    static void open() {
        world = new ApprovalWorld(2);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void approveOnceWhenTheLastTwoVoteTogether() throws Exception {
        Together.often(_ -> {
            var id = world.opened(dangerous());
            var results =
                    Together.run(() -> world.voted(id, yes(ANNA)), () -> world.voted(id, yes(BEN)));
            assertThat(results).allMatch(To.class::isInstance);
            assertThat(results.stream().filter(ApprovalsUnderContentionIT::approves)).hasSize(1);
            assertThat(world.now(id)).isInstanceOf(Approved.class);
            assertThat(world.now(id).votes()).hasSize(2);
        });
    }

    @Test
    void tellTheLoserWhenYesAndNoMeetAtTheLastVote() throws Exception {
        Together.often(_ -> {
            var id = world.opened(dangerous());
            world.voted(id, yes(person(7, "ops")));
            var results =
                    Together.run(() -> world.voted(id, yes(ANNA)), () -> world.voted(id, no(BEN)));
            assertThat(results.stream().filter(To.class::isInstance)).hasSize(1);
            assertThat(results).contains(new No(new Refusal.AlreadyClosed(world.now(id))));
            assertThat(world.now(id).votes()).hasSize(2);
        });
    }

    @Test
    void p6CountADoubleClickOnce() throws Exception {
        Together.often(_ -> {
            var id = world.opened(dangerous());
            var results =
                    Together.run(
                            () -> world.voted(id, yes(ANNA)), () -> world.voted(id, yes(ANNA)));
            var cast = world.now(id).votes().getFirst();
            assertThat(results)
                    .containsExactlyInAnyOrder(
                            new To(world.now(id)), new No(new Refusal.AlreadyVoted(cast)));
            assertThat(world.now(id).votes()).hasSize(1);
        });
    }

    @Test
    void p5AreUsedByOneOfTwo() throws Exception {
        Together.often(_ -> {
            var id = approved();
            assertThat(
                            Together.run(
                                    () -> world.consumed(id, DIGEST),
                                    () -> world.consumed(id, DIGEST)))
                    .containsExactlyInAnyOrder(true, false);
        });
    }

    @Test
    void areEitherUsedOrCancelled() throws Exception {
        Together.often(_ -> {
            var id = approved();
            var results =
                    Together.<Object>run(
                            () -> world.consumed(id, DIGEST),
                            () ->
                                    world.committed(
                                            () -> world.approvals.cancel(id, ASKER.person())));
            var now = world.now(id);
            assertThat(results)
                    .isEqualTo(
                            now instanceof Consumed
                                    ? List.of(true, new No(new Refusal.AlreadyClosed(now)))
                                    : List.of(false, new To(now)));
        });
    }

    @Test
    void areEitherVotedOnOrExpired() throws Exception {
        Together.often(_ -> {
            var id = world.opened(dangerous());
            world.voted(id, yes(ANNA));
            var results =
                    Together.<Object>run(
                            () -> world.voted(id, yes(BEN)),
                            () -> {
                                world.overdue(id);
                                return world.committed(() -> world.approvals.expireDue(10));
                            });
            world.committed(() -> world.approvals.expireDue(10));
            assertThat(world.now(id)).as("%s", results).isInstanceOf(Expired.class);
            assertThat(world.now(id).votes()).hasSize(results.getFirst() instanceof To ? 2 : 1);
        });
    }

    @Test
    void areSweptByOneOfTwo() throws Exception {
        Together.often(_ -> {
            var ids = IntStream.range(0, 4).mapToObj(_ -> world.opened(dangerous())).toList();
            ids.forEach(world::overdue);
            Callable<List<ApprovalId>> sweep =
                    () -> world.committed(() -> world.approvals.expireDue(10));
            var swept =
                    Stream.concat(
                            Together.run(sweep, sweep).stream().flatMap(List::stream),
                            world.committed(() -> world.approvals.expireDue(10)).stream());
            assertThat(swept.toList()).containsExactlyInAnyOrderElementsOf(ids);
        });
    }

    /** Whatever happened together, the stored votes one after the other lead to the stored state. */
    @Test
    void endAsIfEverybodyHadComeOneAfterTheOther() throws Exception {
        Together.often(round -> {
            var random = new Random(round);
            var id = world.opened(dangerous());
            var pending = (Pending) world.now(id);
            var clicks = IntStream.range(0, 8).mapToObj(_ -> click(id, random)).toList();
            var counted =
                    Together.run(clicks).stream()
                            .filter(To.class::isInstance)
                            .map(To.class::cast)
                            .toList();

            var end = world.now(id);
            assertThat(counted.stream().map(To::now).filter(now -> !(now instanceof Pending)))
                    .as("ends")
                    .hasSize(ends(end));
            Approval replayed = pending;
            for (var cast : end.votes()) {
                replayed = ((To) Decide.vote(replayed, cast.vote(), cast.at())).now();
            }
            if (!(end instanceof Revoked)) {
                assertThat(end).isEqualTo(replayed);
            }
        });
    }

    private static Callable<Counted> click(ApprovalId id, Random random) {
        var voter = List.of(ASKER, ANNA, BEN, person(7, "ops"), person(8)).get(random.nextInt(5));
        var vote = random.nextInt(4) == 0 ? no(voter) : yes(voter);
        return () -> world.voted(id, vote);
    }

    private static int ends(Approval end) {
        return switch (end) {
            case Pending _ -> 0;
            case Approved _, Denied _, Revoked _ -> 1;
            case Consumed _, Expired _ -> throw new AssertionError("nobody did that");
        };
    }

    private static boolean approves(Counted counted) {
        return counted instanceof To(Approved _);
    }

    private static ApprovalId approved() {
        var id = world.opened(dangerous());
        world.voted(id, yes(ANNA));
        world.voted(id, yes(BEN));
        return id;
    }
}
