package dev.kubechat.kubectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of flags as Go reads them. */
class GoValuesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "9, 9",
        "-9, -9",
        "+9, 9",
        "999999999, 999999999",
        "1234567890, 1234567890",
        "2147483647, 2147483647",
        "-2147483648, -2147483648",
        "010, 8",
        "0o10, 8",
        "0O10, 8",
        "0x1F, 31",
        "0X1f, 31",
        "0b101, 5",
        "1_000, 1000",
        "0x_f, 15"
    })
    void readsWholeNumbersInEveryBase(String text, long number) {
        assertThat(GoValues.integer(text, 32)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+", "1.0", " 1", "1 ", "a", "1/", ":1", "0x", "1__0", "08"})
    void refusesWhatIsNoWholeNumber(String text) {
        assertThatThrownBy(() -> GoValues.integer(text, 64))
                .isInstanceOf(NotAValue.class)
                .hasMessage("a whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-2147483649", "0x80000000"})
    void refusesWhatDoesNotFit(String text) {
        assertThatThrownBy(() -> GoValues.integer(text, 32))
                .isInstanceOf(NotAValue.class)
                .hasMessage("a smaller number");
        assertThat(GoValues.integer(text, 64)).isNotZero();
    }

    @Test
    void readsOnePairAsItStands() {
        assertThat(GoValues.pairs("a=b")).containsExactly(entry("a", "b"));
        assertThat(GoValues.pairs("a=b,c")).containsExactly(entry("a", "b,c"));
        assertThat(GoValues.pairs("=b")).containsExactly(entry("", "b"));
        assertThat(GoValues.pairs("a=")).containsExactly(entry("a", ""));
        assertThat(GoValues.pairs("\"a=b\"")).containsExactly(entry("a", "b"));
        assertThat(GoValues.pairs("\"\"a=b")).containsExactly(entry("a", "b"));
        assertThat(GoValues.pairs("a=b\"\"")).containsExactly(entry("a", "b"));
    }

    @Test
    void readsSeveralPairsAsARecord() {
        assertThat(GoValues.pairs("a=b,c=d")).containsExactly(entry("a", "b"), entry("c", "d"));
        assertThat(GoValues.pairs("\"a=b,c=d\"")).containsExactly(entry("a", "b,c=d"));
        assertThat(GoValues.pairs("=b,c=d")).containsExactly(entry("", "b"), entry("c", "d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a,b", "a=b,c=d,e", "\"\""})
    void refusesWhatIsNoPair(String text) {
        assertThatThrownBy(() -> GoValues.pairs(text))
                .isInstanceOf(NotAValue.class)
                .hasMessage("key=value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "a=", "=b", "\"a=b", "a=b\"", "a=b=c", "a=b,c", "a=\"b,c\""})
    void writesAPairThatReadsBack(String pair) {
        var written = GoValues.writtenPairs(List.of(pair));

        assertThat(written).hasSize(1);
        assertThat(GoValues.pairs(written.getFirst()))
                .containsExactly(entry(GoValues.key(pair), GoValues.value(pair)));
    }

    @Test
    void writesAPlainPairOnce() {
        assertThat(GoValues.writtenPairs(List.of("a=b"))).containsExactly("a=b");
        assertThat(GoValues.writtenPairs(List.of("a=b=c"))).containsExactly("a=b=c,a=b=c");
        assertThat(GoValues.writtenPairs(List.of("a==c"))).containsExactly("a==c,a==c");
        assertThat(GoValues.writtenPairs(List.of("a=b", "c=d"))).containsExactly("a=b,c=d");
    }

    @Test
    void dropsBlanksAroundTrimmedPairs() {
        assertThat(GoValues.trimmedPairs(" a = b ,,c=d"))
                .containsExactly(entry("a", "b"), entry("c", "d"));
        assertThat(GoValues.trimmedPairs("=b")).containsExactly(entry("", "b"));
        assertThatThrownBy(() -> GoValues.trimmedPairs("a")).isInstanceOf(NotAValue.class);
    }
}
