package dev.kubechat.chat;

import java.time.Instant;
import java.util.List;

/**
 * Words addressed to the bot.
 *
 * @param text as typed, without the mention of the bot
 */
public record ChatMessage(
        EventId id,
        ChatThread thread,
        Person from,
        String text,
        List<Attachment> attachments,
        Instant at)
        implements Inbound {

    public ChatMessage {
        attachments = List.copyOf(attachments);
    }
}
