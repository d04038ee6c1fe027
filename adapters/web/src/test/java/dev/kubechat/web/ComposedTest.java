package dev.kubechat.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kubechat.chat.Attachment;
import dev.kubechat.web.Composed.Draft;
import dev.kubechat.web.Composed.Refusal;
import dev.kubechat.web.Composed.Upload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComposedTest {

    private static final UUID ONCE = UUID.fromString("5b0e8f0a-0000-4000-8000-000000000001");

    @Test
    void keepsTheLinesOfATextWithoutTheBrowsersReturns() {
        assertThat(compose(" get pods\r\nin shop \r\n"))
                .isEqualTo(new Draft(ONCE, "get pods\nin shop", List.of()));
    }

    @Test
    void refusesAnEmptyMessageAndSaysWhatToType() {
        assertThat(compose(" \r\n "))
                .isEqualTo(
                        new Refusal(
                                "Nothing was sent, the message is empty. Try for example: get pods"
                                        + " in shop"));
    }

    @Test
    void takesEightKibibytesAndNotOneMore() {
        assertThat(compose("ü".repeat(4096))).isInstanceOf(Draft.class);
        assertThat(sentence(compose("ü".repeat(4096) + "x"))).contains("at most 8 KiB");
    }

    @Test
    void refusesWhatCannotBeSeen() {
        assertThat(sentence(compose("get pods \u202E"))).contains("invisible control characters");
        assertThat(sentence(compose("get \u0000 pods"))).contains("invisible control characters");
    }

    @Test
    void takesAFileWithoutWords() {
        assertThat(compose("", upload("pod.yaml", "kind: Pod")))
                .isEqualTo(
                        new Draft(
                                ONCE,
                                "",
                                List.of(new Attachment("pod.yaml", "text/plain", "kind: Pod"))));
    }

    @Test
    void showsTheColourCodesOfALog() {
        var draft = (Draft) compose("", upload("app.log", "\u001B[31mred"));
        assertThat(draft.files().getFirst().text()).isEqualTo("[U+001B][31mred");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThat(compose("", upload("all.log", "x".repeat(256 * 1024))))
                .isInstanceOf(Draft.class);
        assertThat(sentence(compose("", upload("all.log", "x".repeat(256 * 1024 + 1)))))
                .isEqualTo("Nothing was sent: \"all.log\" is larger than 256 KiB.");
    }

    @Test
    void refusesAFileThatIsNoText() {
        var picture =
                new Upload("cat.png", ByteBuffer.wrap(new byte[] {(byte) 0x89, 'P', 'N', 'G'}));
        assertThat(sentence(compose("", picture))).contains("\"cat.png\" is not a text file");
        assertThat(sentence(compose("", upload("a.bin", "a\u0000b"))))
                .contains("is not a text file");
    }

    @Test
    void refusesMoreThanThreeFiles() {
        var four = Collections.nCopies(4, upload("a.txt", "a"));
        assertThat(sentence(Composed.of(ONCE, "these", four))).contains("at most 3 files");
    }

    private static Composed compose(String typed, Upload... uploads) {
        return Composed.of(ONCE, typed, List.of(uploads));
    }

    private static Upload upload(String name, String text) {
        return new Upload(name, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sentence(Composed composed) {
        return ((Refusal) composed).sentence();
    }
}
