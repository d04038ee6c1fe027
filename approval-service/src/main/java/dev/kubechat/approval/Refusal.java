package dev.kubechat.approval;

import java.time.Instant;
import java.util.Set;

/** Why what somebody asked of a request was not done, with the facts a sentence to them needs. */
public sealed interface Refusal {
    /** Nobody approves what they asked for themselves. */
    record OwnRequest() implements Refusal {}

    /** Only the asker may do this. */
    record NotTheAsker() implements Refusal {}

    /** The person is in none of these groups. */
    record NotInGroup(Set<String> groups) implements Refusal {}

    /** The person has voted before, so. */
    record AlreadyVoted(Cast before) implements Refusal {}

    /** Somebody or something was faster: the request is in this state now. */
    record AlreadyClosed(Approval now) implements Refusal {}

    /** The request waits no longer, though it may not have been told yet. */
    record Expired(Instant since) implements Refusal {}

    /** The card that was clicked shows something else than what the request is for. */
    record DigestDiffers() implements Refusal {}
}
