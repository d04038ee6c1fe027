package dev.kubechat.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentJsonTest {

    private final ContentJson json = new ContentJson();

    @Test
    void readsWhatItWrote() {
        var file = new Attachment("pod.yaml", "text/yaml", "kind: Pod\n");
        for (var content :
                List.of(ContentFixture.askCard(), new Message("text", "out", List.of(file)))) {
            assertThat(json.read(json.write(content))).isEqualTo(content);
        }
    }

    @Test
    void readsTheFirstFormat() {
        assertThat(
                        json.read(
                                """
                                {"format": 1, "content": {"kind": "message", "text": "Hello.", "output": "", "files": []}}
                                """))
                .isEqualTo(Message.of("Hello."));
    }

    @Test
    void refusesAFormatOfALaterRelease() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> json.read("{\"format\": 2, \"content\": {\"kind\": \"message\"}}"))
                .withMessageContaining("format 2");
    }

    @Test
    void readsAudiences() {
        var ben = Audience.only(MemoryPlatform.person("Ben"));
        assertThat(json.readAudience(json.write(ben))).isEqualTo(ben);
        assertThat(json.readAudience(json.write(Audience.everyone())))
                .isEqualTo(Audience.everyone());
    }
}
