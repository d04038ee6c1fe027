package dev.kubechat.sandbox.backends;

import org.jspecify.annotations.Nullable;

/** A server did not start or stop. The message is a sentence for the person at the terminal: what happened, what to do. */
public final class BackendFailure extends RuntimeException {
    BackendFailure(String sentence) {
        this(sentence, null);
    }

    BackendFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
