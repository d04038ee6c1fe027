package dev.kubechat.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A human being, whatever number of chat accounts they have. Votes and rights are counted by this. */
public record PersonId(@JsonValue UUID value) {

    @JsonCreator
    public PersonId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
