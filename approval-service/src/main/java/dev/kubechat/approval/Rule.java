package dev.kubechat.approval;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Whose yes a request needs. A request keeps the rule it was opened with, whatever the policy says later. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface Rule {
    /** Why this person's vote would not be counted. */
    Optional<Refusal> bars(Voter voter, UUID asker);

    /** Whether these people's yes is enough. */
    boolean metBy(Collection<Voter> inFavour, UUID asker);

    /** The asker says yes once more, and nobody else may. */
    @JsonTypeName("own-confirmation")
    record OwnConfirmation() implements Rule {
        @Override
        public Optional<Refusal> bars(Voter voter, UUID asker) {
            return voter.person().equals(asker)
                    ? Optional.empty()
                    : Optional.of(new Refusal.NotTheAsker());
        }

        @Override
        public boolean metBy(Collection<Voter> inFavour, UUID asker) {
            return inFavour.stream().anyMatch(voter -> voter.person().equals(asker));
        }
    }

    /**
     * Other people say yes.
     * @param needed how many different people, 1 or more
     * @param groups each of them is in one of these at least; not empty, in alphabetical order
     */
    @JsonTypeName("other-people")
    record OtherPeople(int needed, Set<String> groups) implements Rule {
        public OtherPeople {
            if (needed < 1 || groups.isEmpty()) {
                throw new IllegalArgumentException(
                        "%d people of %s cannot approve".formatted(needed, groups));
            }
            groups = Collections.unmodifiableSet(new TreeSet<>(groups));
        }

        @Override
        public Optional<Refusal> bars(Voter voter, UUID asker) {
            if (voter.person().equals(asker)) {
                return Optional.of(new Refusal.OwnRequest());
            }
            return Collections.disjoint(groups, voter.groups())
                    ? Optional.of(new Refusal.NotInGroup(groups))
                    : Optional.empty();
        }

        @Override
        public boolean metBy(Collection<Voter> inFavour, UUID asker) {
            return inFavour.stream()
                            .filter(voter -> bars(voter, asker).isEmpty())
                            .map(Voter::person)
                            .distinct()
                            .count()
                    >= needed;
        }
    }
}
