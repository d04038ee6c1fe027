package dev.kubechat.approval;

import static dev.kubechat.approval.ApprovalFixture.ANNA;
import static dev.kubechat.approval.ApprovalFixture.ANOTHER_DIGEST;
import static dev.kubechat.approval.ApprovalFixture.ASKER;
import static dev.kubechat.approval.ApprovalFixture.BEN;
import static dev.kubechat.approval.ApprovalFixture.EXPIRY;
import static dev.kubechat.approval.ApprovalFixture.NOON;
import static dev.kubechat.approval.ApprovalFixture.STRANGER;
import static dev.kubechat.approval.ApprovalFixture.needing;
import static dev.kubechat.approval.ApprovalFixture.needingConfirmation;
import static dev.kubechat.approval.ApprovalFixture.no;
import static dev.kubechat.approval.ApprovalFixture.otherPeople;
import static dev.kubechat.approval.ApprovalFixture.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.approval.Approval.Approved;
import dev.kubechat.approval.Approval.Consumed;
import dev.kubechat.approval.Approval.Denied;
import dev.kubechat.approval.Approval.Expired;
import dev.kubechat.approval.Approval.Pending;
import dev.kubechat.approval.Approval.Revocation;
import dev.kubechat.approval.Approval.Revoked;
import dev.kubechat.approval.Counted.No;
import dev.kubechat.approval.Counted.To;
import dev.kubechat.approval.Vote.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecideTest {
    @Test
    void approvesWhenEnoughOtherPeopleSayYes() {
        var first = after(Decide.vote(needing(otherPeople(2)), yes(ANNA), NOON));
        var second = after(Decide.vote(first, yes(BEN), NOON));
        assertThat(first).isInstanceOf(Pending.class);
        assertThat(second)
                .isEqualTo(new Approved(first.request(), votes(yes(ANNA), yes(BEN)), NOON));
    }

    @Test
    void deniesAtTheFirstNo() {
        var first = after(Decide.vote(needing(otherPeople(2)), yes(ANNA), NOON));
        var denied = after(Decide.vote(first, no(BEN), NOON));
        assertThat(denied).isEqualTo(new Denied(first.request(), votes(yes(ANNA), no(BEN)), NOON));
        assertThat(((Denied) denied).denial().vote()).isEqualTo(no(BEN));
    }

    @Test
    void p6NobodyApprovesTheirOwnRequest() {
        assertThat(Decide.vote(needing(otherPeople(1)), yes(ASKER), NOON))
                .isEqualTo(new No(new Refusal.OwnRequest()));
    }

    @Test
    void p6NobodyApprovesTheirOwnRequestWhateverGroupsTheyAreIn() {
        var admin = new Voter(ASKER.person(), Set.of("ops", "leads", "admins"));
        assertThat(Decide.vote(needing(otherPeople(1)), yes(admin), NOON))
                .isEqualTo(new No(new Refusal.OwnRequest()));
    }

    @Test
    void p6OnePersonCountsOnceWithAnyNumberOfAccounts() {
        var first = after(Decide.vote(needing(otherPeople(2)), yes(BEN), NOON));
        var bensOtherAccount = new Voter(BEN.person(), Set.of("ops"));
        assertThat(Decide.vote(first, yes(bensOtherAccount), NOON))
                .isEqualTo(new No(new Refusal.AlreadyVoted(new Cast(yes(BEN), NOON))));
    }

    @Test
    void p6ResolvesThePeopleAgainWhenAsked() {
        var approved = (Approved) after(Decide.vote(needing(otherPeople(1)), yes(ANNA), NOON));
        assertThat(approved.holds(person -> new Voter(person, Set.of("ops")))).isTrue();
        assertThat(approved.holds(_ -> ASKER)).as("Anna turned out to be the asker").isFalse();
        assertThat(approved.holds(person -> new Voter(person, Set.of())))
                .as("Anna left the group")
                .isFalse();
    }

    @Test
    void p6CountsTwoVotersOnceWhoTurnOutToBeOne() {
        var first = after(Decide.vote(needing(otherPeople(2)), yes(ANNA), NOON));
        var approved = (Approved) after(Decide.vote(first, yes(BEN), NOON));
        assertThat(
                        approved.holds(person ->
                                person.equals(BEN.person())
                                        ? ANNA
                                        : new Voter(person, Set.of("ops"))))
                .isFalse();
    }

    @Test
    void asksOnlyPeopleOfTheGroups() {
        assertThat(Decide.vote(needing(otherPeople(1)), yes(STRANGER), NOON))
                .isEqualTo(new No(new Refusal.NotInGroup(Set.of("leads", "ops"))));
        assertThat(Decide.vote(needing(otherPeople(1)), no(STRANGER), NOON))
                .isEqualTo(new No(new Refusal.NotInGroup(Set.of("leads", "ops"))));
    }

    @Test
    void confirmsForTheAskerOnly() {
        assertThat(after(Decide.vote(needingConfirmation(), yes(ASKER), NOON)))
                .isInstanceOf(Approved.class);
        assertThat(Decide.vote(needingConfirmation(), yes(ANNA), NOON))
                .isEqualTo(new No(new Refusal.NotTheAsker()));
        assertThat(Decide.vote(needingConfirmation(), no(ANNA), NOON))
                .isEqualTo(new No(new Refusal.NotTheAsker()));
    }

    @Test
    void p5CountsNoVoteForWhatAnotherCardShows() {
        var vote = new Vote(ANNA, Choice.APPROVE, ANOTHER_DIGEST, null);
        assertThat(Decide.vote(needing(otherPeople(1)), vote, NOON))
                .isEqualTo(new No(new Refusal.DigestDiffers()));
    }

    @Test
    void p5CountsAVoteUntilTheLastMomentBeforeExpiryAndNoneAtIt() {
        var pending = needing(otherPeople(1));
        var end = NOON.plus(EXPIRY);
        assertThat(Decide.vote(pending, yes(ANNA), end.minusNanos(1000))).isInstanceOf(To.class);
        assertThat(Decide.vote(pending, yes(ANNA), end))
                .isEqualTo(new No(new Refusal.Expired(end)));
        assertThat(Decide.cancel(pending, ASKER.person(), end))
                .isEqualTo(new No(new Refusal.Expired(end)));
    }

    @Test
    void cancelsForTheAsker() {
        var pending = needing(otherPeople(1));
        var cancelled = new Revoked(pending.request(), List.of(), Revocation.CANCELLED, NOON);
        assertThat(after(Decide.cancel(pending, ASKER.person(), NOON))).isEqualTo(cancelled);
        assertThat(after(Decide.vote(pending, no(ASKER), NOON))).as("own no").isEqualTo(cancelled);
        assertThat(Decide.cancel(pending, ANNA.person(), NOON))
                .isEqualTo(new No(new Refusal.NotTheAsker()));
    }

    @Test
    void cancelsWhatIsApprovedButNotUsed() {
        var approved = after(Decide.vote(needing(otherPeople(1)), yes(ANNA), NOON));
        assertThat(after(Decide.cancel(approved, ASKER.person(), NOON)))
                .isEqualTo(
                        new Revoked(
                                approved.request(), votes(yes(ANNA)), Revocation.CANCELLED, NOON));
    }

    @Test
    void supersedesWhatHasChanged() {
        assertThat(after(Decide.supersede(needing(otherPeople(1)), NOON)))
                .extracting(approval -> ((Revoked) approval).why())
                .isEqualTo(Revocation.SUPERSEDED);
    }

    @ParameterizedTest
    @MethodSource("closed")
    void tellsHowItEndedToWhoeverComesLate(Approval closed) {
        assertThat(Decide.vote(closed, yes(BEN), NOON))
                .isEqualTo(new No(new Refusal.AlreadyClosed(closed)));
        assertThat(Decide.vote(closed, no(BEN), NOON))
                .isEqualTo(new No(new Refusal.AlreadyClosed(closed)));
    }

    @ParameterizedTest
    @MethodSource("ended")
    void takesNothingBackThatHasEnded(Approval ended) {
        assertThat(Decide.cancel(ended, ASKER.person(), NOON))
                .isEqualTo(new No(new Refusal.AlreadyClosed(ended)));
        assertThat(Decide.supersede(ended, NOON))
                .isEqualTo(new No(new Refusal.AlreadyClosed(ended)));
    }

    @Test
    void refusesARuleThatNobodyCanMeet() {
        assertThatThrownBy(() -> new Rule.OtherPeople(1, Set.of()))
                .hasMessage("1 people of [] cannot approve");
    }

    static List<Approval> closed() {
        var request = needing(otherPeople(1)).request();
        var approved = new Approved(request, votes(yes(ANNA)), NOON);
        return Stream.concat(Stream.of(approved), ended().stream()).toList();
    }

    static List<Approval> ended() {
        var request = needing(otherPeople(1)).request();
        return List.of(
                new Consumed(request, votes(yes(ANNA)), NOON, NOON),
                new Denied(request, votes(no(ANNA)), NOON),
                new Expired(request, List.of(), NOON),
                new Revoked(request, List.of(), Revocation.CANCELLED, NOON));
    }

    private static List<Cast> votes(Vote... votes) {
        return Arrays.stream(votes).map(vote -> new Cast(vote, NOON)).toList();
    }

    private static Approval after(Counted counted) {
        assertThat(counted).isInstanceOf(To.class);
        return ((To) counted).now();
    }
}
