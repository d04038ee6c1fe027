package dev.kubechat.approval;

import static dev.kubechat.approval.ApprovalFixture.ANOTHER_DIGEST;
import static dev.kubechat.approval.ApprovalFixture.ASKER;
import static dev.kubechat.approval.ApprovalFixture.DIGEST;
import static dev.kubechat.approval.ApprovalFixture.EXPIRY;
import static dev.kubechat.approval.ApprovalFixture.NOON;
import static dev.kubechat.approval.ApprovalFixture.needing;
import static dev.kubechat.approval.ApprovalFixture.otherPeople;
import static dev.kubechat.approval.ApprovalFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.approval.Approval.Approved;
import dev.kubechat.approval.Approval.Denied;
import dev.kubechat.approval.Approval.Pending;
import dev.kubechat.approval.Approval.Revoked;
import dev.kubechat.approval.Counted.To;
import dev.kubechat.approval.Vote.Choice;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random votes and cancellations, judged a second time by counting people in a set and nothing else. */
class DecideAgainstAModelTest {
    private static final int WALKS = 2000;
    private static final int STEPS = 25;
    private static final List<Voter> PEOPLE =
            List.of(
                    ASKER,
                    person(2, "ops"),
                    person(3, "ops", "leads"),
                    person(4, "leads"),
                    person(5, "sales"),
                    person(6));

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_124, 987_654_321})
    void countsAsTheModelDoes(long seed) {
        var random = new Random(seed);
        for (var walk = 0; walk < WALKS; walk++) {
            walk(random, 1 + random.nextInt(3));
        }
    }

    private static void walk(Random random, int needed) {
        Approval now = needing(otherPeople(needed));
        var model = new Model(needed);
        var at = NOON;
        for (var step = 0; step < STEPS; step++) {
            at = at.plusSeconds(random.nextInt(50));
            var voter = PEOPLE.get(random.nextInt(PEOPLE.size()));
            var counted =
                    random.nextInt(20) == 0
                            ? model.cancel(now, voter.person(), at)
                            : model.vote(now, vote(random, voter), at);
            now = counted instanceof To(var next) ? next : now;
            assertThat(model.ending()).isEqualTo(ending(now));
        }
    }

    private static Vote vote(Random random, Voter voter) {
        var choice = random.nextInt(8) == 0 ? Choice.DENY : Choice.APPROVE;
        return new Vote(voter, choice, random.nextInt(8) == 0 ? ANOTHER_DIGEST : DIGEST, null);
    }

    private static String ending(Approval now) {
        return switch (now) {
            case Pending _ -> "open";
            case Approved _ -> "approved";
            case Denied _ -> "denied";
            case Revoked _ -> "revoked";
            case Approval.Consumed _, Approval.Expired _ ->
                    throw new AssertionError("nobody did that");
        };
    }

    /** What must be true, told apart from how the states do it. */
    private static final class Model {
        private final Set<UUID> yes = new HashSet<>();
        private final int needed;
        private String end = "open";

        Model(int needed) {
            this.needed = needed;
        }

        String ending() {
            return end.equals("open") && yes.size() >= needed ? "approved" : end;
        }

        Counted vote(Approval now, Vote vote, Instant at) {
            var own = vote.by().person().equals(ASKER.person());
            var inGroup =
                    vote.by().groups().contains("ops") || vote.by().groups().contains("leads");
            var waits =
                    ending().equals("open")
                            && at.isBefore(NOON.plus(EXPIRY))
                            && vote.seen().equals(DIGEST);
            var counts = false;
            if (waits && own) {
                counts = vote.choice() == Choice.DENY;
                end = counts ? "revoked" : end;
            } else if (waits && inGroup && !yes.contains(vote.by().person())) {
                counts = true;
                say(vote);
            }
            return agreed(Decide.vote(now, vote, at), counts);
        }

        private void say(Vote vote) {
            switch (vote.choice()) {
                case APPROVE -> yes.add(vote.by().person());
                case DENY -> end = "denied";
            }
        }

        Counted cancel(Approval now, UUID person, Instant at) {
            var unused = ending().equals("open") || ending().equals("approved");
            var counts = person.equals(ASKER.person()) && unused && at.isBefore(NOON.plus(EXPIRY));
            end = counts ? "revoked" : end;
            return agreed(Decide.cancel(now, person, at), counts);
        }

        private static Counted agreed(Counted counted, boolean counts) {
            assertThat(counted instanceof To).isEqualTo(counts);
            return counted;
        }
    }
}
