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

class GoCsvTest {

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("a", List.of("a")),
                Arguments.of("a,b", List.of("a", "b")),
                Arguments.of(",a", List.of("", "a")),
                Arguments.of("a,", List.of("a", "")),
                Arguments.of(",", List.of("", "")),
                Arguments.of("\"\"", List.of("")),
                Arguments.of("\"a,b\",c", List.of("a,b", "c")),
                Arguments.of("c,\"a,b\"", List.of("c", "a,b")),
                Arguments.of("\"a\"\"b\"", List.of("a\"b")),
                Arguments.of("\"\"\"a\"\"\",\"\"\"\"", List.of("\"a\"", "\"")),
                Arguments.of("\"a\",", List.of("a", "")),
                Arguments.of("\"\",\"\"", List.of("", "")));
    }

    @ParameterizedTest
    @MethodSource("records")
    void readsFields(String text, List<String> fields) {
        assertThat(GoCsv.record(text)).isEqualTo(fields);
    }

    @ParameterizedTest
    @MethodSource("records")
    void writesWhatReadsBack(String text, List<String> fields) {
        assertThat(GoCsv.record(GoCsv.write(fields))).as(text).isEqualTo(fields);
    }

    @Test
    void quotesOnlyWhatNeedsIt() {
        assertThat(GoCsv.write(List.of("plain", ",first", "\"first", "with blank")))
                .isEqualTo("plain,\",first\",\"\"\"first\",with blank");
    }

    @Test
    void hasNoElementsInAnEmptySlice() {
        assertThat(GoCsv.read("")).isEmpty();
        assertThat(GoCsv.read("a")).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"b", "\"a\" ,b", "a\"", "a\"b\"", "a,b\"", "\"a\"\"b\"c"})
    void refusesQuotesInsideAField(String text) {
        assertThatThrownBy(() -> GoCsv.record(text))
                .isInstanceOf(NotAValue.class)
                .hasMessage("quotes only around a whole value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"a", "a,\"b", "\"a\"\"", "\"\"\""})
    void refusesAQuoteThatIsNotClosed(String text) {
        assertThatThrownBy(() -> GoCsv.record(text))
                .isInstanceOf(NotAValue.class)
                .hasMessage("a closing quote");
    }
}
