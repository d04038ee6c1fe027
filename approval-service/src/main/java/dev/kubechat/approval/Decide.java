package dev.kubechat.approval;

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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** From a request as it stands, what somebody wants and the time to what becomes of the request. */
final class Decide {
    private Decide() {}

    static Counted vote(Approval now, Vote vote, Instant at) {
        return switch (now) {
            case Pending p when p.request().isOver(at) -> over(p);
            case Pending p when !vote.seen().equals(p.request().digest()) ->
                    no(new Refusal.DigestDiffers());
            case Pending p when isOwnDenial(p, vote) -> to(revoked(p, Revocation.CANCELLED, at));
            case Pending p ->
                    refusal(p, vote.by())
                            .map(Decide::no)
                            .orElseGet(() -> to(p.with(new Cast(vote, at))));
            case Approved _, Consumed _, Denied _, Expired _, Revoked _ ->
                    no(new Refusal.AlreadyClosed(now));
        };
    }

    static Counted cancel(Approval now, UUID person, Instant at) {
        return now.request().asker().equals(person)
                ? revoke(now, Revocation.CANCELLED, at)
                : no(new Refusal.NotTheAsker());
    }

    static Counted supersede(Approval now, Instant at) {
        return revoke(now, Revocation.SUPERSEDED, at);
    }

    private static Counted revoke(Approval now, Revocation why, Instant at) {
        return switch (now) {
            case Pending p when p.request().isOver(at) -> over(p);
            case Approved a when a.request().isOver(at) -> over(a);
            case Pending _, Approved _ -> to(revoked(now, why, at));
            case Consumed _, Denied _, Expired _, Revoked _ -> no(new Refusal.AlreadyClosed(now));
        };
    }

    /** A person who says no to what they asked for themselves takes it back. */
    private static boolean isOwnDenial(Pending now, Vote vote) {
        return vote.choice() == Choice.DENY && vote.by().person().equals(now.request().asker());
    }

    private static Optional<Refusal> refusal(Pending now, Voter voter) {
        return now.request()
                .rule()
                .bars(voter, now.request().asker())
                .or(() ->
                        now.votes().stream()
                                .filter(cast -> cast.vote().by().person().equals(voter.person()))
                                .findFirst()
                                .map(Refusal.AlreadyVoted::new));
    }

    private static Counted over(Approval now) {
        return no(new Refusal.Expired(now.request().expiresAt()));
    }

    private static Approval revoked(Approval now, Revocation why, Instant at) {
        return new Revoked(now.request(), now.votes(), why, at);
    }

    private static Counted to(Approval next) {
        return new To(next);
    }

    private static Counted no(Refusal why) {
        return new No(why);
    }
}
