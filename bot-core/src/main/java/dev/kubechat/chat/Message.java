package dev.kubechat.chat;

import java.util.List;

/**
 * Words of the bot, with what a command printed and files below.
 *
 * @param text one or a few sentences, may be empty when there is output
 * @param output shown in a fixed-width block as it stands, empty for none
 * @param links shown below it all
 */
public record Message(String text, String output, List<Attachment> files, List<Link> links)
        implements Content {

    // rows of earlier releases hold no links, which arrive as null whatever the type says
    @SuppressWarnings("ConstantValue")
    public Message {
        files = List.copyOf(files);
        links = links == null ? List.of() : List.copyOf(links);
    }

    public Message(String text, String output, List<Attachment> files) {
        this(text, output, files, List.of());
    }

    /** The same with these links. */
    public Message with(List<Link> wanted) {
        return links.equals(wanted) ? this : new Message(text, output, files, wanted);
    }

    public static Message of(String text) {
        return new Message(text, "", List.of());
    }

    public static Message of(String text, String output) {
        return new Message(text, output, List.of());
    }
}
