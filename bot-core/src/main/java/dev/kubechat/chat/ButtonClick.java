package dev.kubechat.chat;

import java.time.Instant;

/** Somebody pressed a button of a card. Who may do so is decided when it is counted, never by what was shown to whom. */
public record ButtonClick(EventId id, ChatThread thread, Person from, Choice choice, Instant at)
        implements Inbound {}
