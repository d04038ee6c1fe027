package dev.kubechat.approval;

import dev.kubechat.approval.Vote.Choice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** A request for approval in one of its states. All but {@link Pending} and {@link Approved} are final. */
public sealed interface Approval {
    Request request();

    /** In the order they were counted. */
    List<Cast> votes();

    /** Waits for votes. */
    record Pending(Request request, List<Cast> votes) implements Approval {
        public Pending {
            votes = List.copyOf(votes);
        }

        Approval with(Cast cast) {
            var all = Stream.concat(votes.stream(), Stream.of(cast)).toList();
            if (cast.vote().choice() == Choice.DENY) {
                return new Denied(request, all, cast.at());
            }
            return request.rule().metBy(inFavour(all), request.asker())
                    ? new Approved(request, all, cast.at())
                    : new Pending(request, all);
        }
    }

    /** Has the votes it needs and waits to be used. */
    record Approved(Request request, List<Cast> votes, Instant at) implements Approval {
        public Approved {
            votes = List.copyOf(votes);
        }

        /**
         * Whether it would be approved by the same people as they are now: an account linked or a group left since the vote
         * was counted may undo it.
         * @param today the person somebody was counted as to the person, and the groups, they are now
         */
        public boolean holds(Function<UUID, Voter> today) {
            var voters = inFavour(votes).stream().map(Voter::person).map(today).toList();
            return request.rule().metBy(voters, today.apply(request.asker()).person());
        }
    }

    /** Was approved and has been used; it cannot be used again. */
    record Consumed(Request request, List<Cast> votes, Instant approvedAt, Instant at)
            implements Approval {
        public Consumed {
            votes = List.copyOf(votes);
        }
    }

    /** One person who may approve said no: the last vote. */
    record Denied(Request request, List<Cast> votes, Instant at) implements Approval {
        public Denied {
            votes = List.copyOf(votes);
        }

        public Cast denial() {
            return votes.getLast();
        }
    }

    /** Its time was over before it was approved, or before it was used. */
    record Expired(Request request, List<Cast> votes, Instant at) implements Approval {
        public Expired {
            votes = List.copyOf(votes);
        }
    }

    /** Taken back before it was used. */
    record Revoked(Request request, List<Cast> votes, Revocation why, Instant at)
            implements Approval {
        public Revoked {
            votes = List.copyOf(votes);
        }
    }

    /** Who took it back. */
    enum Revocation {
        /** The asker did not want it any more. */
        CANCELLED,
        /** What it was for has changed and is asked for anew. */
        SUPERSEDED
    }

    private static List<Voter> inFavour(Collection<Cast> votes) {
        return votes.stream()
                .map(Cast::vote)
                .filter(vote -> vote.choice() == Choice.APPROVE)
                .map(Vote::by)
                .toList();
    }
}
