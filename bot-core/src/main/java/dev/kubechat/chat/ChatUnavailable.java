package dev.kubechat.chat;

/** The platform did not answer, or broke off. What was asked may or may not be shown; asking again with the same key is safe. */
public final class ChatUnavailable extends RuntimeException {

    public ChatUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public ChatUnavailable(String message) {
        super(message);
    }
}
