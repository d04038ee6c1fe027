package dev.kubechat.chat;

import java.util.List;

/**
 * Words of the bot, with what a command printed and files below.
 *
 * @param text one or a few sentences, may be empty when there is output
 * @param output shown in a fixed-width block as it stands, empty for none
 */
public record Message(String text, String output, List<Attachment> files) implements Content {

    public Message {
        files = List.copyOf(files);
    }

    public static Message of(String text) {
        return new Message(text, "", List.of());
    }

    public static Message of(String text, String output) {
        return new Message(text, output, List.of());
    }
}
