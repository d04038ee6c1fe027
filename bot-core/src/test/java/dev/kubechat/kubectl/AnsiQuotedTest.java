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
                Arguments.of("$'a\\nb'", "a\nb"),
                Arguments.of("$'\\n'", "\n"),
                Arguments.of("x$'y\\n'z", "xy\nz"),
                Arguments.of("$'a\\tb\\n'", "a\tb\n"),
                Arguments.of("$'it\\'s\\n'", "it's\n"),
                Arguments.of("$'\\\"\\?\\\\\\n'", "\"?\\\n"),
                Arguments.of("$'a\"b`c$d\\n'", "a\"b`c$d\n"),
                Arguments.of("$'\\q\\8\\n'", "\\q\\8\n"),
                Arguments.of("$'gr\u00fc\u00dfe\\n'", "gr\u00fc\u00dfe\n"),
                Arguments.of("$'a\u00a0b\\n'", "a b\n"));
    }

    @ParameterizedTest
    @MethodSource("spelled")
    void readsWhatIsSpelled(String typed, String meant) {
        assertThat(Words.of("a " + typed)).containsExactly("a", meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\e[2J", "\\E", "\\a", "\\b", "\\f", "\\r", "\\v", "\\cA"})
    void refusesToSpellWhatCannotBeSeen(String typed) {
        assertThatThrownBy(() -> Words.of("a $'\\n" + typed + "'"))
                .isInstanceOf(Unreadable.class)
                .hasMessageEndingWith("spells a character that cannot be seen. Leave it out.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\x41", "\\u0041", "\\U41", "\\0", "\\101", "\\33", "\\7", "\\x"})
    void refusesToSpellByNumber(String typed) {
        assertThatThrownBy(() -> Words.of("a $'\\n" + typed + "'"))
                .isInstanceOf(Unreadable.class)
                .hasMessageEndingWith(
                        "spells a character by its number. Write the character itself.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$'get'", "$''", "$'it\\'s'", "$'a\\tb'", "$'a\\\\nb'"})
    void refusesWhatOrdinaryQuotesCanSay(String typed) {
        assertThatThrownBy(() -> Words.of("a " + typed))
                .hasMessage(
                        "Only a text of several lines (\\n) needs $'…'. Put it into ordinary"
                                + " quotes.");
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
                "kubectl get $'pods\\n'",
                "kubectl $'get\\n' pods",
                "kubectl get pods $'-A\\n'",
                "kubectl get pods $'--as=x\\n'",
                "kubectl apply -f $'../a\\n'"
            })
    void hidesNothingFromTheRules(String line) {
        rejected(line);
    }
}
