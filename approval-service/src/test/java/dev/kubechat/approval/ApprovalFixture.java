package dev.kubechat.approval;

import dev.kubechat.approval.Approval.Pending;
import dev.kubechat.approval.Rule.OtherPeople;
import dev.kubechat.approval.Rule.OwnConfirmation;
import dev.kubechat.approval.Vote.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

final class ApprovalFixture {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final Duration EXPIRY = Duration.ofMinutes(15);
    static final Digest DIGEST = new Digest("ab".repeat(32));
    static final Digest ANOTHER_DIGEST = new Digest("cd".repeat(32));

    static final Voter ASKER = person(1, "ops");
    static final Voter ANNA = person(2, "ops");
    static final Voter BEN = person(3, "leads", "ops");
    static final Voter STRANGER = person(4, "sales");

    private ApprovalFixture() {}

    static Voter person(int number, String... groups) {
        return new Voter(new UUID(0x7000, number), Set.of(groups));
    }

    static Rule otherPeople(int needed) {
        return new OtherPeople(needed, Set.of("ops", "leads"));
    }

    static Pending needing(Rule rule) {
        var request =
                new Request(
                        1,
                        new ApprovalId(new UUID(0x7000, 99)),
                        "DANGEROUS",
                        "delete deployment checkout in shop",
                        DIGEST,
                        ASKER.person(),
                        rule,
                        NOON,
                        NOON.plus(EXPIRY));
        return new Pending(request, List.of());
    }

    static Pending needingConfirmation() {
        return needing(new OwnConfirmation());
    }

    static Vote yes(Voter by) {
        return new Vote(by, Choice.APPROVE, DIGEST, null);
    }

    static Vote no(Voter by) {
        return new Vote(by, Choice.DENY, DIGEST, "not today");
    }

    static NewRequest dangerous() {
        return new NewRequest(
                "DANGEROUS", "delete deployment checkout in shop", DIGEST, ASKER.person());
    }

    static NewRequest warning() {
        return new NewRequest(
                "WARNING", "scale deployment checkout to 3 in shop", DIGEST, ASKER.person());
    }
}
