package dev.kubechat.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which part of KubeChat a process runs; the same image serves as one process or as separate deployments. */
public enum Target {
    /** Everything. */
    ALL,
    /** Chats, pipeline and workers. */
    BOT,
    /** The admin pages, kept off the bot's network. */
    ADMIN;

    static Optional<Target> named(String word) {
        return Arrays.stream(values()).filter(target -> target.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
