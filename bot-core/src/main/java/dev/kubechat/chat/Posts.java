package dev.kubechat.chat;

/**
 * What threads should show, as rows. Every method writes in the caller's transaction and fails without one; the post worker
 * makes it so afterwards, however often it takes.
 */
public interface Posts {

    /** Wants the content shown. A key that was wanted before keeps its thread and audience and gets this content, if it differs. */
    void want(PostKey key, ChatThread thread, Audience audience, Content content);

    /** Wants the post gone; a key that nobody wanted is ignored. */
    void withdraw(PostKey key);

    /** Wants the mark on a person's message; the last mark wanted wins. */
    void mark(ChatThread thread, EventId message, Mark mark);
}
