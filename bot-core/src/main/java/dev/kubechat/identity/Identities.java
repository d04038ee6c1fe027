package dev.kubechat.identity;

import dev.kubechat.chat.Person;
import java.util.Optional;

/** Who in Kubernetes is this person? Answers come from the links and mapping rules an admin has set, never from what a chat says. */
public interface Identities {

    /** @param cluster the id of the cluster the person wants to work on; identities may differ between clusters */
    Identification identify(Person account, String cluster);

    /** The same for a human being, whatever account they use; empty when nobody has said who they are on that cluster. */
    Optional<Identification.Known> identify(PersonId person, String cluster);

    /** The human being behind an account, the same for all accounts of theirs. */
    Optional<PersonId> personBehind(Person account);
}
