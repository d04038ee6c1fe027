package dev.kubechat.chat;

import java.time.Duration;

/** The platform asks for patience; nothing was shown. */
public final class ChatRateLimited extends RuntimeException {

    private final Duration retryAfter;

    /** @param retryAfter how long the platform wants to be left alone */
    public ChatRateLimited(Duration retryAfter) {
        super("asked to wait " + retryAfter);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
