package dev.kubechat.approval;

import static dev.kubechat.approval.ApprovalFixture.ANNA;
import static dev.kubechat.approval.ApprovalFixture.ANOTHER_DIGEST;
import static dev.kubechat.approval.ApprovalFixture.ASKER;
import static dev.kubechat.approval.ApprovalFixture.BEN;
import static dev.kubechat.approval.ApprovalFixture.DIGEST;
import static dev.kubechat.approval.ApprovalFixture.dangerous;
import static dev.kubechat.approval.ApprovalFixture.no;
import static dev.kubechat.approval.ApprovalFixture.otherPeople;
import static dev.kubechat.approval.ApprovalFixture.warning;
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
import dev.kubechat.approval.Approvals.Slice;
import dev.kubechat.approval.Counted.No;
import dev.kubechat.approval.Counted.To;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.IllegalTransactionStateException;

class ApprovalsIT {
    private static ApprovalWorld world;
    private static Approvals approvals;

    @BeforeAll
    static void open() {
        world = new ApprovalWorld(2);
        approvals = world.approvals;
    }

    @BeforeEach
    void empty() {
        world.empty();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void openARequestUnderThePolicyOfItsLevel() {
        var request = world.now(world.opened(dangerous())).request();
        assertThat(request.rule()).isEqualTo(otherPeople(2));
        assertThat(Duration.between(request.openedAt(), request.expiresAt()))
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(request.digest()).isEqualTo(DIGEST);
        assertThat(request.summary()).isEqualTo("delete deployment checkout in shop");
    }

    @Test
    void giveBackWhatTheyStored() {
        var id = world.opened(dangerous());
        var first = world.voted(id, yes(ANNA));
        assertThat(first).isEqualTo(new To(world.now(id)));
        var second = world.voted(id, no(BEN));
        assertThat(second).isEqualTo(new To(world.now(id)));
        assertThat(world.now(id)).isInstanceOf(Denied.class);
        assertThat(world.now(id).votes())
                .extracting(Cast::vote)
                .containsExactly(yes(ANNA), no(BEN));
    }

    @Test
    void storeEveryEnd() {
        var approved = approved();
        assertThat(world.now(approved)).isInstanceOf(Approved.class);
        world.consumed(approved, DIGEST);
        assertThat(world.now(approved)).isInstanceOf(Consumed.class);

        var cancelled = world.opened(dangerous());
        var to = world.committed(() -> approvals.cancel(cancelled, ASKER.person()));
        assertThat(to).isEqualTo(new To(world.now(cancelled)));

        var superseded = world.opened(warning());
        world.committed(() -> approvals.supersede(superseded));
        assertThat(((Revoked) world.now(superseded)).why()).isEqualTo(Revocation.SUPERSEDED);
    }

    @Test
    void p5AreUsedOnceAndForTheirDigestOnly() {
        var id = approved();
        assertThat(world.consumed(id, ANOTHER_DIGEST)).isFalse();
        assertThat(world.consumed(id, DIGEST)).isTrue();
        assertThat(world.consumed(id, DIGEST)).isFalse();
        assertThat(world.committed(() -> approvals.cancel(id, ASKER.person())))
                .isEqualTo(new No(new Refusal.AlreadyClosed(world.now(id))));
    }

    @Test
    void p5AreNotUsedBeforeTheyAreApprovedNorAfterTheyWereTakenBack() {
        var pending = world.opened(dangerous());
        assertThat(world.consumed(pending, DIGEST)).isFalse();
        var cancelled = approved();
        world.committed(() -> approvals.cancel(cancelled, ASKER.person()));
        assertThat(world.consumed(cancelled, DIGEST)).isFalse();
    }

    @Test
    void p5AreNotUsedAfterTheirTime() {
        var id = approved();
        world.overdue(id);
        assertThat(world.consumed(id, DIGEST)).isFalse();
        assertThat(world.committed(() -> approvals.expireDue(10))).containsExactly(id);
        assertThat(world.now(id)).isInstanceOf(Expired.class);
    }

    @Test
    void p5RefuseAVoteOnceTheTimeIsOver() {
        var id = world.opened(dangerous());
        world.overdue(id);
        var end = world.now(id).request().expiresAt();
        assertThat(world.voted(id, yes(ANNA))).isEqualTo(new No(new Refusal.Expired(end)));
        assertThat(world.now(id)).as("left to the sweep").isInstanceOf(Pending.class);
    }

    @Test
    void p6KeepTheAskerFromApproving() {
        var id = world.opened(dangerous());
        assertThat(world.voted(id, yes(ASKER))).isEqualTo(new No(new Refusal.OwnRequest()));
        assertThat(world.now(id).votes()).isEmpty();
    }

    @Test
    void expireWhatIsDueTheOldestFirstAndNothingElse() {
        var due = world.opened(dangerous());
        var dueLater = world.opened(warning());
        var used = approved();
        world.consumed(used, DIGEST);
        world.overdue(due);
        world.overdue(dueLater);
        world.overdue(used);
        world.opened(dangerous());
        assertThat(world.committed(() -> approvals.expireDue(1))).containsExactly(due);
        assertThat(world.committed(() -> approvals.expireDue(10))).containsExactly(dueLater);
        assertThat(world.committed(() -> approvals.expireDue(10))).isEmpty();
    }

    @Test
    void listThoseThatWaitAndThoseThatDoNotNewestFirst() {
        var first = world.opened(dangerous());
        var second = world.opened(warning());
        var third = world.opened(dangerous());
        var approved = approved();
        assertThat(approvals.page(Slice.PENDING, Long.MAX_VALUE, 2))
                .containsExactly(world.now(third), world.now(second));
        var last = world.now(second).request().position();
        assertThat(approvals.page(Slice.PENDING, last, 2)).containsExactly(world.now(first));
        assertThat(approvals.page(Slice.DECIDED, Long.MAX_VALUE, 2))
                .containsExactly(world.now(approved));
    }

    @Test
    void p7ChangeNothingWithoutTheCallersTransaction() {
        var id = world.opened(dangerous());
        assertThatThrownBy(() -> approvals.vote(id, yes(ANNA)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> approvals.open(dangerous()))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> approvals.consume(id, DIGEST))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> approvals.cancel(id, ASKER.person()))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> approvals.supersede(id))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> approvals.expireDue(1))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void sayThatARequestIsNotKnown() {
        var unknown = new ApprovalId(new UUID(0x7000, 0));
        assertThat(approvals.find(unknown)).isEmpty();
        assertThat(world.consumed(unknown, DIGEST)).isFalse();
        assertThatThrownBy(() -> world.voted(unknown, yes(ANNA)))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("No request " + unknown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update approval.vote set choice = 'APPROVE'",
                "delete from approval.vote",
                "delete from approval.request",
                "truncate approval.request, approval.vote",
                "update approval.request set digest = repeat('0', 64)",
                "update approval.request set expires_at = expires_at + interval '1 day'",
                "update approval.request set rule = '{}'",
                "update approval.request set asker = gen_random_uuid()",
            })
    void letTheApplicationChangeNeitherAVoteNorWhatWasAsked(String statement) {
        assertThatThrownBy(() -> world.asApp.sql(statement).update())
                .rootCause()
                .message()
                .contains("permission denied");
    }

    private ApprovalId approved() {
        var id = world.opened(dangerous());
        world.voted(id, yes(ANNA));
        world.voted(id, yes(BEN));
        return id;
    }
}
