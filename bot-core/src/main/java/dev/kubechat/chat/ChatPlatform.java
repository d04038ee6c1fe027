package dev.kubechat.chat;

/**
 * A place where people talk. Only the post worker calls this; features write what a thread should show through
 * {@link Posts}. Calls block and may be slow; none is made inside a transaction.
 *
 * <p>Every method throws {@link ChatUnavailable} when the platform did not answer, {@link ChatRateLimited} when it asks for
 * patience, and {@link ChatRefused} when it never will.
 */
public interface ChatPlatform {

    PlatformId id();

    Manners manners();

    /**
     * Shows the content at the end of the thread. Posting a key again that is still shown adds nothing and returns the post
     * that is there.
     */
    PostRef post(PostKey key, ChatThread thread, Audience audience, Content content);

    /**
     * Replaces what a post shows, in place.
     *
     * @throws PostGone if it is not shown any more
     */
    void edit(PostRef shown, Content content);

    /** Takes the post away; one that is gone already stays gone. */
    void delete(PostRef shown);

    /** Puts the mark on a person's message, in place of the one before. A message that is gone bears none. */
    void mark(ChatThread thread, EventId message, Mark mark);

    /** Whether people can still see the post. */
    boolean shows(PostRef shown);
}
