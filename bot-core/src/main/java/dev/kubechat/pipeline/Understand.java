package dev.kubechat.pipeline;

import dev.kubechat.kubectl.KubectlReader;

/** What kind of words it is: kubectl, or plain. */
final class Understand {

    private static final int LONGEST = 8 * 1024;

    private final KubectlReader reader;

    Understand(KubectlReader reader) {
        this.reader = reader;
    }

    Stage words(Stage.Asked asked) {
        var text = asked.message().text().strip();
        if (text.length() > LONGEST) {
            return new Stage.Answered(
                    asked, Sentences.tooLong(text.length(), LONGEST), Stage.End.REFUSED);
        }
        return new Stage.Understood(asked, kindOf(text));
    }

    private Stage.Words kindOf(String text) {
        return reader.looksLikeKubectl(text)
                ? new Stage.Words.Kubectl(text)
                : new Stage.Words.Plain(text);
    }
}
