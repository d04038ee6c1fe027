package dev.kubechat.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

    private static final Link LINK = new Link("pod web-0", "https://example.com/a%2Fb?c=d#e");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "https://",
                "https://example.com/\"onclick",
                "https://example.com/<b>",
                "https://example.com/a b",
                "https://example.com/\u202e"
            })
    void leadsIntoTheWebOnly(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Link("here", address));
    }

    @Test
    void staysWithItsMessage() {
        var message =
                new Message("It is here.", "line\n".repeat(50), List.of()).with(List.of(LINK));

        var json = new ContentJson();
        assertThat(json.read(json.write(message))).isEqualTo(message);
        assertThat(((Message) Fit.into(new Manners(120, 80, Duration.ZERO, true), message)).links())
                .containsExactly(LINK);
    }

    @Test
    void staysWithItsCard() {
        var section = new Card.Section("Objects", List.of("a".repeat(80), "b".repeat(80)), true);
        var card =
                new Card(Card.Tone.DONE, "Done", List.of(), List.of(section), List.of(), "")
                        .with(List.of(LINK));

        var json = new ContentJson();
        assertThat(json.read(json.write(card))).isEqualTo(card);
        assertThat(((Card) Fit.into(new Manners(120, 80, Duration.ZERO, true), card)).links())
                .containsExactly(LINK);
    }

    @Test
    void showsWhatCouldDeceiveInItsLabel() {
        var message = Message.of("").with(List.of(new Link("a\u202eb", LINK.address())));

        assertThat(((Message) Visible.content(message)).links().getFirst().label())
                .isEqualTo("a[U+202E]b");
    }
}
