package dev.kubechat.chat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a post by what it is for, such as {@code answer:4711}. The same purpose is never posted twice, so a step that runs
 * again after a crash may ask again.
 */
public record PostKey(@JsonValue String value) {

    private static final int LONGEST = 100;

    @JsonCreator
    public PostKey {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a post key has 1 to %d characters".formatted(LONGEST));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
