package dev.kubechat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FitTest {

    @Test
    void leavesWhatFitsAsItIs() {
        var message = Message.of("Two pods.", "cart\ncheckout");
        assertThat(Fit.into(longest(100), message)).isSameAs(message);
    }

    @Test
    void cutsOutputAtTheEndOfALine() {
        var shown =
                (Message) Fit.into(longest(100), Message.of("Pods.", "0123456789\n".repeat(40)));
        assertThat(shown.output().split("\n")).allMatch("0123456789"::equals);
        assertThat(shown.text())
                .isEqualTo("Pods.\nThe beginning is shown here, all of it is in output.txt.");
    }

    @Test
    void putsLongWordsIntoAFileToo() {
        var words = "word ".repeat(400);
        var shown = (Message) Fit.into(longest(400), Message.of(words, "output"));
        assertThat(shown.text()).hasSizeLessThan(200).endsWith("(all of it is in text.txt)");
        assertThat(shown.output()).isEqualTo("output");
        assertThat(shown.files()).containsExactly(new Attachment("text.txt", "text/plain", words));
    }

    @Test
    void neverCutsACharacterInTwo() {
        var shown = (Message) Fit.into(longest(301), Message.of("", "😀".repeat(400)));
        assertThat(shown.output().codePoints()).allMatch(point -> point == "😀".codePointAt(0));
    }

    @Test
    void saysHowMuchOfACardIsMissing() {
        var lines = IntStream.range(0, 100).mapToObj("pod-%d"::formatted).toList();
        var card = ContentFixture.askCard();
        var long100 = new Card.Section("Objects", lines, true);
        var shown =
                (Card)
                        Fit.into(
                                longest(400),
                                new Card(
                                        card.tone(),
                                        card.title(),
                                        card.facts(),
                                        List.of(card.sections().getFirst(), long100),
                                        card.buttons(),
                                        ""));
        assertThat(shown.sections().getFirst()).isEqualTo(card.sections().getFirst());
        var objects = shown.sections().getLast().lines();
        assertThat(objects.getLast())
                .isEqualTo(
                        "… and %d more lines, which do not fit here"
                                .formatted(100 - (objects.size() - 1)));
    }

    @Test
    void dropsColumnsThatAreTooWideAndSendsAllOfThemAsAFile() {
        var wide =
                """
                NAME       READY   STATUS    NODE
                cart       1/1     Running   a-node-with-a-long-name
                checkout   0/1     Pending   <none>
                """;
        var shown =
                (Message)
                        Fit.into(
                                new Manners(4000, 30, Duration.ZERO, true),
                                Message.of("Pods.", wide));
        assertThat(shown.output())
                .isEqualTo(
                        """
                        NAME       READY   STATUS
                        cart       1/1     Running
                        checkout   0/1     Pending
                        """);
        assertThat(shown.text())
                .isEqualTo("Pods.\nColumns that are too wide for here are in output.txt.");
        assertThat(shown.files()).containsExactly(new Attachment("output.txt", "text/plain", wide));
    }

    @Test
    void leavesWideTextThatIsNoTableAsItIs() {
        var message = Message.of("Logs.", "a line that is wider than what people see at once\n");
        assertThat(Fit.into(new Manners(4000, 30, Duration.ZERO, true), message)).isSameAs(message);
    }

    private static Manners longest(int longest) {
        return new Manners(longest, 200, Duration.ZERO, true);
    }
}
