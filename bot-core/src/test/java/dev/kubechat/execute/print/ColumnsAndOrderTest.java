package dev.kubechat.execute.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ColumnsAndOrderTest {

    private static final List<Map<String, @Nullable Object>> LAMPS =
            List.of(
                    lamp(
                            "{\"name\": \"desk\", \"watt\": 9, \"mem\": \"1Gi\", \"tags\": [\"a\","
                                    + " \"b\"]}"),
                    lamp(
                            "{\"name\": \"hall\", \"watt\": 100, \"mem\": \"900Mi\", \"note\":"
                                    + " \"two\\nlines\"}"),
                    lamp("{\"name\": \"attic\", \"mem\": \"1500M\", \"none\": null}"));

    @Test
    void alignsColumnsAndSaysWhatIsMissing() {
        assertThat(new CustomColumns("NAME:.name,W:watt,TAGS:{.tags},X:{none}", true).text(LAMPS))
                .isEqualTo(
                        """
                        NAME    W        TAGS     X
                        desk    9        [a b]    <none>
                        hall    100      <none>   <none>
                        attic   <none>   <none>   <nil>
                        """);
    }

    @Test
    void leavesHeadersOutAndJoinsSeveralValues() {
        assertThat(new CustomColumns("T:.tags[*],N:.name", false).text(LAMPS))
                .isEqualTo("a,b      desk\n<none>   hall\n<none>   attic\n");
    }

    @Test
    void keepsTheLinesBeforeAnObjectThatDoesNotFit() {
        var error =
                catchThrowableOfType(
                        PrintError.class,
                        () -> new CustomColumns("N:.name,C:.name[0]", true).text(LAMPS));

        assertThat(error.words()).isEqualTo("string is not array or slice");
        assertThat(error.before()).isEqualTo("N     C\n".replace("N     C", "N     C"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NAME        | unexpected custom-columns spec: NAME, expected <header>:<json-path-expr>
                    A:.a,       | unexpected custom-columns spec: , expected <header>:<json-path-expr>
                    A:{.a}{.b}  | unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'
                    """)
    void saysWhatAreNoColumns(String spec, String words) {
        assertThatThrownBy(() -> new CustomColumns(spec, true)).hasMessage(words);
    }

    @ParameterizedTest
    @CsvSource({
        ".name, 'attic,desk,hall'",
        "name, 'attic,desk,hall'",
        "{.watt}, 'attic,desk,hall'",
        "{.mem}, 'hall,desk,attic'",
        ".none, 'hall,desk,attic'"
    })
    void sortsByTextsNumbersAndQuantities(String path, String names) {
        var sorted = SortBy.<Map<String, @Nullable Object>>sorted(LAMPS, path, lamp -> lamp);

        assertThat(sorted.stream().map(lamp -> String.valueOf(lamp.get("name"))))
                .containsExactly(names.split(",", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    .nope  | couldn't find any field with path "{.nope}" in the list of objects
                    {.a    | unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'
                    a[     | unterminated array
                    """)
    void saysWhatNothingCanBeSortedBy(String path, String words) {
        assertThatThrownBy(() -> SortBy.<Map<String, @Nullable Object>>sorted(LAMPS, path, l -> l))
                .hasMessage(words);
    }

    private static Map<String, @Nullable Object> lamp(String json) {
        return Values.map(JsonMapper.shared().readTree(json));
    }
}
