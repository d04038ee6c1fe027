package dev.kubechat.chat;

/** The platform's own id of something shown; only its platform can read it. */
public record PostRef(String value) {}
