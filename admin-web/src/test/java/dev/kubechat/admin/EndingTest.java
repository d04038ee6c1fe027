package dev.kubechat.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.admin.Ending.Tone;
import dev.kubechat.approval.Approval;
import dev.kubechat.approval.ApprovalId;
import dev.kubechat.approval.Cast;
import dev.kubechat.approval.Digest;
import dev.kubechat.approval.Request;
import dev.kubechat.approval.Rule;
import dev.kubechat.approval.Vote;
import dev.kubechat.approval.Vote.Choice;
import dev.kubechat.approval.Voter;
import dev.kubechat.pipeline.Happening;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {

    private static final Instant NOW = Instant.EPOCH;
    private static final UUID ALICE = new UUID(0, 1);
    private static final UUID BOB = new UUID(0, 2);
    private static final UUID CAROL = new UUID(0, 3);
    private static final Map<UUID, String> NAMES =
            Map.of(ALICE, "Alice", BOB, "Bob", CAROL, "Carol");
    private static final Digest DIGEST = new Digest("0".repeat(64));
    private static final Rule OTHERS = new Rule.OtherPeople(2, Set.of("sre"));

    @ParameterizedTest
    @CsvSource({
        "SAFE, PLAIN, answered, ''",
        "FORBIDDEN, REFUSED, refused, never run from a chat",
        "WARNING, REFUSED, not run, stopped before anyone was asked",
        "DANGEROUS, REFUSED, not run, stopped before anyone was asked",
        ", PLAIN, answered, ''"
    })
    void isSaidWhereNobodyHadToDecide(
            @Nullable String level, Tone tone, String outcome, String decision) {
        assertThat(Ending.of(ask(level, null), Optional.empty(), EndingTest::name))
                .isEqualTo(new Ending(tone, outcome, decision));
    }

    @ParameterizedTest
    @CsvSource({
        "READY, WAITING, about to run",
        "RUNNING, WAITING, running",
        "SUCCEEDED, DONE, done",
        "FAILED, FAILED, 'failed, in part or whole'",
        "UNKNOWN, UNKNOWN, unknown whether it happened",
        "ASKED_AGAIN, REFUSED, 'changed since, asked again'",
        "REFUSED, REFUSED, refused at the last check"
    })
    void tellsWhatWasRunAndWhoApproved(String state, Tone tone, String outcome) {
        var approval =
                new Approval.Consumed(request(OTHERS), List.of(yes(BOB), yes(CAROL)), NOW, NOW);
        assertThat(Ending.of(ask("DANGEROUS", state), Optional.of(approval), EndingTest::name))
                .isEqualTo(new Ending(tone, outcome, "approved by Bob, Carol"));
    }

    @Test
    void countsWhoIsStillWaitedFor() {
        assertThat(of(new Approval.Pending(request(OTHERS), List.of(yes(BOB)))))
                .isEqualTo(
                        new Ending(
                                Tone.WAITING,
                                "waits for approval",
                                "1 of 2 still missing, from sre"));
    }

    @Test
    void namesWhoDenied() {
        var no = cast(CAROL, Choice.DENY);
        assertThat(of(new Approval.Denied(request(OTHERS), List.of(yes(BOB), no), NOW)))
                .isEqualTo(new Ending(Tone.REFUSED, "denied", "by Carol"));
    }

    @Test
    void tellsAConfirmationFromAnApproval() {
        var own = request(new Rule.OwnConfirmation());
        assertThat(of(new Approval.Pending(own, List.of())).outcome())
                .isEqualTo("waits for confirmation");
        assertThat(of(new Approval.Approved(own, List.of(yes(ALICE)), NOW)))
                .isEqualTo(new Ending(Tone.WAITING, "about to run", "confirmed by Alice"));
    }

    @Test
    void tellsWhyItWasNeverRun() {
        var others = request(OTHERS);
        assertThat(of(new Approval.Expired(others, List.of(), NOW)).outcome()).isEqualTo("expired");
        assertThat(of(new Approval.Revoked(others, List.of(), Approval.Revocation.CANCELLED, NOW)))
                .isEqualTo(new Ending(Tone.REFUSED, "taken back", "by the asker"));
        assertThat(of(new Approval.Revoked(others, List.of(), Approval.Revocation.SUPERSEDED, NOW)))
                .isEqualTo(new Ending(Tone.REFUSED, "taken back", "it had changed, asked again"));
    }

    private static String name(UUID person) {
        return NAMES.getOrDefault(person, "nobody");
    }

    private static Ending of(Approval approval) {
        return Ending.of(ask("DANGEROUS", null), Optional.of(approval), EndingTest::name);
    }

    private static Happening ask(@Nullable String level, @Nullable String execution) {
        return new Happening(
                1,
                new UUID(0, 9),
                NOW,
                "Alice",
                "web",
                "words",
                "staging",
                Optional.of("kubectl get pods"),
                Optional.ofNullable(level),
                Optional.empty(),
                Optional.ofNullable(execution));
    }

    private static Request request(Rule rule) {
        var id = new ApprovalId(new UUID(0, 8));
        return new Request(1, id, "DANGEROUS", "summary", DIGEST, ALICE, rule, NOW, NOW);
    }

    private static Cast yes(UUID person) {
        return cast(person, Choice.APPROVE);
    }

    private static Cast cast(UUID person, Choice choice) {
        return new Cast(new Vote(new Voter(person, Set.of("sre")), choice, DIGEST, null), NOW);
    }
}
