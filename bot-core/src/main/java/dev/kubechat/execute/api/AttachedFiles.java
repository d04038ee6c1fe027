package dev.kubechat.execute.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kubechat.kubectl.KubectlCommand;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files that came with a command: attachments and code blocks, by the names people gave them. */
@FunctionalInterface
public interface AttachedFiles {

    /** The file's text; empty if there is none of that name. */
    Optional<String> content(String name);

    /** The file as it is, text or not; empty if there is none of that name. */
    default Optional<byte[]> bytes(String name) {
        return content(name).map(text -> text.getBytes(UTF_8));
    }

    /** Those that the command names, as far as they are there. */
    static Map<String, String> named(KubectlCommand command, AttachedFiles files) {
        var named = new TreeMap<String, String>();
        command.attachments()
                .forEach(name -> files.content(name).ifPresent(text -> named.put(name, text)));
        return named;
    }

    static AttachedFiles none() {
        return _ -> Optional.empty();
    }
}
