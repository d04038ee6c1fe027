package dev.kubechat.pipeline;

import dev.kubechat.approval.Approval;
import dev.kubechat.approval.Approvals;
import dev.kubechat.approval.Voter;
import dev.kubechat.identity.Identities;
import dev.kubechat.identity.PersonId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether the asker and those who approved are still who they were when it was approved (P6). */
final class Electorate {

    private final Identities identities;
    private final Approvals approvals;

    Electorate(Identities identities, Approvals approvals) {
        this.identities = identities;
        this.approvals = approvals;
    }

    /** A sentence that says what changed about the people; empty when the votes would be counted the same today. */
    Optional<String> objection(Run.Held held) {
        var query = held.query();
        if (!identities.identify(query.account(), query.cluster().value()).equals(query.asker())) {
            return Optional.of(Results.askerChanged(query));
        }
        return approvals.find(held.approval()).orElseThrow() instanceof Approval.Approved approved
                        && approved.holds(person -> today(person, query))
                ? Optional.empty()
                : Optional.of(Results.NO_LONGER_APPROVED);
    }

    private Voter today(UUID person, Query query) {
        return identities
                .identify(new PersonId(person), query.cluster().value())
                .map(known -> new Voter(person, known.kubernetes().groups()))
                .orElseGet(() -> new Voter(person, Set.of()));
    }
}
