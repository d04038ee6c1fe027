package dev.kubechat.execute;

import java.util.Optional;

/** The files that came with a command: attachments and code blocks, by the names people gave them. */
@FunctionalInterface
public interface AttachedFiles {

    /** The file's text; empty if there is none of that name. */
    Optional<String> content(String name);

    static AttachedFiles none() {
        return _ -> Optional.empty();
    }
}
