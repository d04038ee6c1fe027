package dev.kubechat.chat;

/** What the bot puts on a person's message as a reaction. A message bears one mark at a time. */
public enum Mark {
    SEEN,
    WAITING,
    DONE,
    FAILED
}
