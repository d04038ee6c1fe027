package dev.kubechat.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\" \\ / \b \f \n \r \t",
                "\0\u001f\u007f",
                "\u2028\u2029",
                "ü 漢 😀",
                "\ud83d alone",
                "alone \ude00",
                "\ude00\ud83d"
            })
    void isReadBackAsItWas(String text) {
        String line = new JsonText().with("it", text).toString();
        byte[] sent = line.getBytes(StandardCharsets.UTF_8);
        assertThat(line).doesNotContain("\n", "\r");
        assertThat(Json.object(new String(sent, StandardCharsets.UTF_8)).text("it")).contains(text);
    }

    @Test
    void holdsListsNumbersAndObjects() {
        var inner = new JsonText().with("n", 1.23456);
        assertThat(
                        new JsonText()
                                .with("some", List.of("a", "b"))
                                .with("none", (String) null)
                                .with("count", 7)
                                .with("one", inner)
                                .withObjects("all", List.of(inner, new JsonText())))
                .hasToString(
                        "{\"some\": [\"a\", \"b\"], \"none\": null, \"count\": 7, \"one\": {\"n\":"
                                + " 1.235}, \"all\": [{\"n\": 1.235}, {}]}");
    }
}
