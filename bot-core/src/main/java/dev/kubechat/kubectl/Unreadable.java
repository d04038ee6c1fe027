package dev.kubechat.kubectl;

import org.jspecify.annotations.Nullable;

/** Ends the reading of a line; {@link KubectlReader} turns it into {@link Reading.Rejected}. */
final class Unreadable extends RuntimeException {

    private final String sentence;
    private final @Nullable String instead;

    Unreadable(String sentence) {
        this(sentence, null);
    }

    Unreadable(String sentence, @Nullable String instead) {
        super(sentence, null, false, false);
        this.sentence = sentence;
        this.instead = instead;
    }

    Reading.Rejected rejected() {
        return new Reading.Rejected(sentence, instead);
    }
}
