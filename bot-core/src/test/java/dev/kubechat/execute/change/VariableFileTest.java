package dev.kubechat.execute.change;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kubechat.execute.api.Sight.No;
import dev.kubechat.execute.change.VariableFile.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariableFileTest {

    @Test
    void readsAVariableOfEachLineThatIsNeitherEmptyNorAComment() {
        var text = "\u00EF\u00BB\u00BF# colours\r\n\n  RED=#f00\r\n\tBLUE=a=b \nNONE=";

        assertThat(VariableFile.of("web.env", text.getBytes(ISO_8859_1)))
                .containsExactly(
                        new Variable("RED", "#f00"),
                        new Variable("BLUE", "a=b "),
                        new Variable("NONE", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "RED, Line 1 of web.env has no value",
        "9=b, Line 1 of web.env does not begin with the name of a variable",
        "..=b, Line 1 of web.env does not begin with the name of a variable",
        "\u00FF=b, Line 1 of web.env is no text"
    })
    void refusesALineThatIsNoVariable(String line, String sentence) {
        assertThatThrownBy(() -> VariableFile.of("web.env", line.getBytes(ISO_8859_1)))
                .isInstanceOf(No.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void refusesALineThatKubectlWouldDropSilently() {
        var text = "A=" + "x".repeat(64 * 1024);

        assertThatThrownBy(() -> VariableFile.of("web.env", text.getBytes(ISO_8859_1)))
                .isInstanceOf(No.class)
                .hasMessageStartingWith("Line 1 of web.env is longer than 64 KiB.");
    }
}
