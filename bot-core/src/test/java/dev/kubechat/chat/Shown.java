package dev.kubechat.chat;

import java.util.List;

/**
 * A post as a person sees it.
 *
 * @param text all its words from top to bottom as they are read, after the platform's own unescaping
 * @param buttons labels of what can be pressed
 * @param markup what of its words the platform would treat as more than words: mentions, links, elements; none is right
 */
public record Shown(
        PostRef ref,
        String text,
        List<String> buttons,
        List<Attachment> files,
        List<String> markup) {

    public Shown {
        buttons = List.copyOf(buttons);
        files = List.copyOf(files);
        markup = List.copyOf(markup);
    }
}
