package dev.kubechat.web;

import dev.kubechat.chat.Attachment;
import dev.kubechat.chat.Visible;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What somebody wrote into the composer: fit to be said, or a sentence about why not. */
sealed interface Composed {

    int LONGEST_TEXT = 8 * 1024;
    int LARGEST_FILE = 256 * 1024;
    int MOST_FILES = 3;

    /**
     * Fit to be said.
     *
     * @param once the browser's own id of it; the same again is the same message
     */
    record Draft(UUID once, String text, List<Attachment> files) implements Composed {
        public Draft {
            files = List.copyOf(files);
        }
    }

    /** Not said; the sentence says what to do instead. */
    record Refusal(String sentence) implements Composed {}

    /** A file as the browser sent it. */
    record Upload(String name, ByteBuffer bytes) {}

    static Composed of(UUID once, String typed, List<Upload> uploads) {
        var text = typed.replace("\r\n", "\n").strip();
        if (text.isEmpty() && uploads.isEmpty()) {
            return new Refusal(
                    "Nothing was sent, the message is empty. Try for example: get pods in shop");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT) {
            return new Refusal(
                    "Nothing was sent: a message has at most 8 KiB of text. Attach the rest as a"
                            + " text file.");
        }
        if (!Visible.text(text).equals(text)) {
            return new Refusal(
                    "Nothing was sent: the text has invisible control characters in it. Type it"
                            + " instead of pasting it, or attach it as a text file.");
        }
        return uploads.size() > MOST_FILES
                ? new Refusal(
                        "Nothing was sent: a message takes at most %d files.".formatted(MOST_FILES))
                : withFiles(once, text, uploads);
    }

    private static Composed withFiles(UUID once, String text, List<Upload> uploads) {
        var files = new ArrayList<Attachment>();
        for (var upload : uploads) {
            if (upload.bytes().remaining() > LARGEST_FILE) {
                return new Refusal(
                        "Nothing was sent: \"%s\" is larger than 256 KiB."
                                .formatted(upload.name()));
            }
            try {
                var content =
                        StandardCharsets.UTF_8.newDecoder().decode(upload.bytes().duplicate());
                if (content.chars().anyMatch(c -> c == 0)) {
                    return notText(upload);
                }
                files.add(
                        new Attachment(
                                upload.name(), "text/plain", Visible.text(content.toString())));
            } catch (CharacterCodingException notUtf8) {
                return notText(upload);
            }
        }
        return new Draft(once, text, files);
    }

    private static Refusal notText(Upload upload) {
        return new Refusal(
                "Nothing was sent: \"%s\" is not a text file in UTF-8. KubeChat reads text only, such as YAML or a log."
                        .formatted(upload.name()));
    }
}
