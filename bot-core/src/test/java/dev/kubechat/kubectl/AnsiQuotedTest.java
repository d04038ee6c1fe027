package dev.kubechat.kubectl;

import static dev.kubechat.kubectl.KubectlFixture.command;
import static dev.kubechat.kubectl.KubectlFixture.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in {@code $'…'}; what is meant was taken from bash. */
class AnsiQuotedTest {

    static List<Arguments> spelled() {
        return List.of(
                Arguments.of("$'a b'", "a b"),
                Arguments.of("$''", ""),
                Arguments.of("x$'y'z", "xyz"),
                Arguments.of("$'a\\nb'", "a\nb"),
                Arguments.of("$'a\\tb'", "a\tb"),
                Arguments.of("$'it\\'s'", "it's"),
                Arguments.of("$'\\\"\\?\\\\'", "\"?\\"),
                Arguments.of("$'a\"b`c$d'", "a\"b`c$d"),
                Arguments.of("$'\\q\\8'", "\\q\\8"),
                Arguments.of("$'\\x41\\x4a2'", "AJ2"),
                Arguments.of("$'\\x7e'", "~"),
                Arguments.of("$'\\xg\\u\\U'", "\\xg\\u\\U"),
                Arguments.of("$'\\1013\\60\\77'", "A30?"),
                Arguments.of("$'\\u00e9\\u41g\\u00411'", "\u00e9AgA1"),
                Arguments.of("$'\\U1F600'", "\uD83D\uDE00"),
                Arguments.of("$'\\u00a0'", " "),
                Arguments.of("$'gr\u00fc\u00dfe'", "gr\u00fc\u00dfe"));
    }

    @ParameterizedTest
    @MethodSource("spelled")
    void readsWhatIsSpelled(String typed, String meant) {
        assertThat(Words.of("a " + typed)).containsExactly("a", meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$'\\e[2J'",
                "$'\\E'",
                "$'\\a'",
                "$'\\b'",
                "$'\\f'",
                "$'\\r'",
                "$'\\v'",
                "$'\\0'",
                "$'\\x1b'",
                "$'\\33'",
                "$'\\cA'",
                "$'\\u200b'",
                "$'\\u202e'",
                "$'\\u2028'",
                "$'\\ud800'",
                "$'\\U000e0100'",
                "$'\\x7f'"
            })
    void refusesToSpellWhatCannotBeSeen(String typed) {
        assertThatThrownBy(() -> Words.of("a " + typed))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("cannot be seen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$'\\xc3\\xa9'", "$'\\377'", "$'\\x80'", "$'\\U110000'", "$'\\Uffffffff'"})
    void refusesBytes(String typed) {
        assertThatThrownBy(() -> Words.of("a " + typed))
                .isInstanceOf(Unreadable.class)
                .hasMessageEndingWith("Write the letter itself.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$'", "$'a", "$'a\\'", "$'a\\"})
    void refusesWhatIsNotClosed(String typed) {
        assertThatThrownBy(() -> Words.of("a " + typed))
                .hasMessage("A quote ($') is opened and not closed.");
    }

    @Test
    void refusesALineThatEndsInside() {
        assertThatThrownBy(() -> Words.of("a $'b\nc'"))
                .hasMessage(
                        "A quoted text runs over the end of the line. Spell a line's end as \\n in"
                                + " $'…'.");
    }

    @Test
    void writesLinesSoThatTheyAreReadAgain() {
        String line = "kubectl patch nodes/n --patch=$'spec:\\n unschedulable: true'";
        assertThat(command("kubectl patch node n -p $'spec:\\n unschedulable: true'").canonical())
                .isEqualTo(line);
        assertThat(command(line).canonical()).isEqualTo(line);
    }

    @Test
    void readsAnyWordThatItWrites() {
        var random = new Random(7);
        String letters = "ab \n\t'\"\\$`nxu0{}\u00e9";
        for (int i = 0; i < 2_000; i++) {
            var word = new StringBuilder("\n");
            for (int n = random.nextInt(12); n > 0; n--) {
                word.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(Words.of("a " + Canonical.words(List.of(word.toString()))))
                    .containsExactly("a", word.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubectl get pod $'web\\n0'",
                "kubectl get pods -n $'shop\\n'",
                "kubectl $'\\x65dit' deploy web",
                "kubectl get pods --as=$'\\x72oot'"
            })
    void hidesNothingFromTheRules(String line) {
        rejected(line);
    }
}
