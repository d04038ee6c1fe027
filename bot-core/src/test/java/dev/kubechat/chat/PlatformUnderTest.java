package dev.kubechat.chat;

import java.util.List;

/** A platform with two people on it and somebody who can break it: what an adapter brings to its contract tests. Fresh for each test. */
public interface PlatformUnderTest {

    ChatPlatform platform();

    /** What the adapter handed in; its inbox is a {@link MemoryInbox}. */
    MemoryInbox inbox();

    Person anna();

    Person ben();

    Screen screenOf(Person viewer);

    /** A thread that Anna opened, in a channel where Ben is too. */
    ChatThread thread();

    /** The person writes into the thread; returns when the adapter has acknowledged it. */
    void say(Person person, ChatThread thread, String text, List<Attachment> files);

    /** The person presses the button with that label; returns when the adapter has acknowledged it. */
    void press(Person person, ChatThread thread, PostRef post, String label);

    /** The platform delivers the last message once more, as if it had not heard the acknowledgement. */
    void redeliver();

    /** Somebody removes the post on the platform. */
    void remove(PostRef post);

    /** The platform does not answer until {@link #comeBack()}. */
    void goAway();

    void comeBack();
}
