package dev.kubechat.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What came in from a platform: verified by its adapter, normalised, not yet believed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ChatMessage.class, name = "message"),
    @JsonSubTypes.Type(value = ButtonClick.class, name = "click")
})
public sealed interface Inbound permits ChatMessage, ButtonClick {

    EventId id();

    ChatThread thread();

    Person from();

    /** When it was said, by the platform's clock; for people to read, never for order or expiry. */
    Instant at();
}
