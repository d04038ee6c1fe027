package dev.kubechat.chat;

import java.util.Optional;

/**
 * A post that one worker may make true for the length of its lease.
 *
 * @param epoch which claim of the row this is; a claim with a smaller one was overtaken
 * @param failures how often it failed in a row before
 * @param ref what the platform shows of it, as far as is recorded
 */
record PostClaim(
        long id,
        long epoch,
        long version,
        int failures,
        ChatThread thread,
        Audience audience,
        Optional<PostRef> ref,
        Wanted wanted) {

    /** Whether an earlier claim, or an earlier wish, may have left something on the platform that was never recorded. */
    boolean mayBeShownAlready() {
        return epoch > 1;
    }

    /** What the row wants. */
    sealed interface Wanted {

        /** The content, under this key. */
        record Shown(PostKey key, Content content) implements Wanted {}

        /** Nothing any more. */
        record Gone(PostKey key) implements Wanted {}

        /** The mark on a person's message. */
        record Marked(EventId message, Mark mark) implements Wanted {}
    }
}
