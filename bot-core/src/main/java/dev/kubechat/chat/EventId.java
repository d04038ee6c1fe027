package dev.kubechat.chat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The platform's own id of one event; a redelivery bears the same. Unique within its platform, at most 200 characters. */
public record EventId(@JsonValue String value) {

    private static final int LONGEST = 200;

    @JsonCreator
    public EventId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "an event id has 1 to %d characters".formatted(LONGEST));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
