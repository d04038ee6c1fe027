package dev.kubechat.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What a post shows, in no platform's words. Texts are plain: adapters escape all of it and draw only {@code `code`} between
 * backticks.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Message.class, name = "message"),
    @JsonSubTypes.Type(value = Card.class, name = "card")
})
public sealed interface Content permits Message, Card {}
