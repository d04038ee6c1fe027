package dev.kubechat.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Who sees a post: all of the channel, or one account alone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Audience.Everyone.class, name = "everyone"),
    @JsonSubTypes.Type(value = Audience.Only.class, name = "only")
})
public sealed interface Audience {

    record Everyone() implements Audience {}

    record Only(Person person) implements Audience {}

    static Audience everyone() {
        return new Everyone();
    }

    static Audience only(Person person) {
        return new Only(person);
    }
}
