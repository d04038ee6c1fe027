package dev.kubechat.kubectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One pasted line as a shell would split it, or a refusal. */
class WordsTest {

    static Stream<Arguments> lines() {
        return Stream.of(
                line("a b", "a", "b"),
                line("  a \t b  ", "a", "b"),
                line("a\u00a0b\u3000c", "a", "b", "c"),
                line("$ a", "a"),
                line("$   a", "a"),
                line("% a", "a"),
                line("%", "%"),
                line("```\na b\n```", "a", "b"),
                line("`a b`", "a", "b"),
                line("''", ""),
                line("\"\"", ""),
                line("'' a", "", "a"),
                line("a''b", "ab"),
                line("'a b'c", "a bc"),
                line("\"a b\"c", "a bc"),
                line("'it\u2019s'", "it\u2019s"),
                line("\u2018a b\u2019", "a b"),
                line("\u201aa b\u201b", "a b"),
                line("\u2018a b'", "a b"),
                line("\u201ca b\u201d", "a b"),
                line("\u201ea b\u201f", "a b"),
                line("\u201ca' b\u201d", "a' b"),
                line("\u2018a\" b\u2019", "a\" b"),
                line("'a\u00a0b'", "a b"),
                line("'\u00fc\ud83d\ude00'", "\u00fc\ud83d\ude00"),
                line("'a\\b'", "a\\b"),
                line("\"a\\b\"", "a\\b"),
                line("\"a\\\"b\"", "a\"b"),
                line("\"a\\\\b\"", "a\\b"),
                line("\"a\\$b\"", "a$b"),
                line("\"a\\`b\"", "a`b"),
                line("\"5 $ \"", "5 $ "),
                line("5$ a", "5$", "a"),
                line("5$", "5$"),
                line("$= a", "$=", "a"),
                line("a\\ b", "a b"),
                line("a\\|b", "a|b"),
                line("\\#a", "#a"),
                line("a\\\nb", "ab"),
                line("a \\\n b", "a", "b"),
                line("a \\\r\n b", "a", "b"),
                line("a#b", "a#b"),
                line("{a}", "{a}"),
                line("a~b^c!d[e]f%g*h?i@j+k_l", "a~b^c!d[e]f%g*h?i@j+k_l"),
                line("azAZ09-./:", "azAZ09-./:"));
    }

    private static Arguments line(String typed, String... words) {
        return Arguments.of(typed, List.of(words));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void splitsALine(String typed, List<String> words) {
        assertThat(Words.of(typed)).isEqualTo(words);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("a | b", "The line holds a pipe (|)."),
                Arguments.of("a > b", "The line holds a redirection (>)."),
                Arguments.of("a < b", "The line holds a redirection (<)."),
                Arguments.of("a <b>", "<b> stands for something: write it out."),
                Arguments.of("a; b", "These are several commands (;)"),
                Arguments.of("a && b", "These are several commands (&&)"),
                Arguments.of("a & b", "The line holds an & that would run it in the background."),
                Arguments.of("a &", "The line holds an & that would run it in the background."),
                Arguments.of("(a)", "The line holds a bracket outside quotes"),
                Arguments.of("a )", "The line holds a bracket outside quotes"),
                Arguments.of("a `b`", "The line holds a substitution (`)"),
                Arguments.of("a \"`b`\"", "The line holds a substitution (`)"),
                Arguments.of("a $b", "The line holds a substitution ($)"),
                Arguments.of("a $1", "The line holds a substitution ($)"),
                Arguments.of("a $(b)", "The line holds a substitution ($)"),
                Arguments.of("a \"$'b'\"", "The line holds a substitution ($)"),
                Arguments.of("a $_", "The line holds a substitution ($)"),
                Arguments.of("a \"$b\"", "The line holds a substitution ($)"),
                Arguments.of("a \"x$-\"", "The line holds a substitution ($)"),
                Arguments.of("a {b,c}", "A shell would multiply"),
                Arguments.of("a {1..3}", "A shell would multiply"),
                Arguments.of("a || b", "These are several commands (||)"),
                Arguments.of("a # b", "What follows the # is a comment."),
                Arguments.of("a\nb", "These are several lines"),
                Arguments.of("a\rb", "These are several lines"),
                Arguments.of("a\\\rb", "These are several lines"),
                Arguments.of("a \\", "The line ends with a backslash"),
                Arguments.of("a 'b", "A quote (') is opened and not closed."),
                Arguments.of("a \"b", "A quote (\") is opened and not closed."),
                Arguments.of("a \"b\\\"", "A quote (\") is opened and not closed."),
                Arguments.of("a \"b\\", "A quote (\") is opened and not closed."),
                Arguments.of("a 'b\nc'", "A quoted text runs over the end of the line."),
                Arguments.of("a \u2014b", "The dash \u2014 is not the hyphen of a keyboard"),
                Arguments.of("a\\\u2014b", "The dash \u2014 is not the hyphen of a keyboard"),
                Arguments.of("\u0430", "\u0430 (U+0430"),
                Arguments.of("a\\\u0430", "\u0430 (U+0430"),
                Arguments.of("a\u2017", "\u2017 (U+2017"),
                Arguments.of("a\u00b4", "\u00b4 (U+00B4"),
                Arguments.of("a\u200bb", "The line holds U+200B"),
                Arguments.of("a\u007fb", "The line holds U+007F"),
                Arguments.of("'a\u202eb'", "The line holds U+202E"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatOnlyAShellWouldDo(String typed, String sentence) {
        assertThatThrownBy(() -> Words.of(typed))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u20ac"})
    void takes4KiBAndNoMore(String letter) {
        int bytes = letter.equals("a") ? 1 : 3;
        String longest = "'" + letter.repeat(4094 / bytes) + "'";
        assertThat(Words.of(longest).getFirst()).hasSize(4094 / bytes);
        assertThatThrownBy(() -> Words.of(longest + "a".repeat(2 + 4094 % bytes)))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("The line is longer than 4 KiB.");
    }

    @Test
    void offersTheLineWithoutWhatAShellWouldDo() {
        assertThatThrownBy(() -> Words.of("kubectl get pods # all"))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        no -> assertThat(no.rejected().instead()).isEqualTo("kubectl get pods"));
    }
}
