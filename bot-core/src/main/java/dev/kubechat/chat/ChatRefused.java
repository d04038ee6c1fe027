package dev.kubechat.chat;

/** The platform will never show this: an archived channel, a bot that was removed. The message says why, for the log and the audit trail. */
public final class ChatRefused extends RuntimeException {

    public ChatRefused(String message) {
        super(message);
    }
}
