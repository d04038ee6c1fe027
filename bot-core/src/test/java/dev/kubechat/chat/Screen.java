package dev.kubechat.chat;

import java.util.List;
import java.util.Optional;

/** What one person sees on a platform, read back from the platform. */
public interface Screen {

    /** The bot's posts of a thread that this person may see, from top to bottom. */
    List<Shown> posts(ChatThread thread);

    /** The bot's mark on a person's message. */
    Optional<Mark> mark(ChatThread thread, EventId message);
}
