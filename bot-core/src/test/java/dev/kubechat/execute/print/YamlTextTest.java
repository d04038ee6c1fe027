package dev.kubechat.execute.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    plain words          | plain words
                    -dash                | -dash
                    - dash               | '- dash'
                    a: b                 | 'a: b'
                    a:b                  | a:b
                    a #b                 | 'a #b'
                    a#b                  | a#b
                    #a                   | '#a'
                    ends:                | 'ends:'
                    *star                | '*star'
                    {flow}               | '{flow}'
                    in {flow}            | in {flow}
                    it's                 | it's
                    'quoted'             | '''quoted'''
                    "quoted"             | '"quoted"'
                    back\\slash          | back\\slash
                    %percent             | '%percent'
                    @at                  | '@at'
                    `tick`               | '`tick`'
                    ---                  | '---'
                    --- text             | '--- text'
                    ?                    | '?'
                    ?x                   | ?x
                    =                    | =
                    <<                   | <<
                    ~                    | "~"
                    null                 | "null"
                    Null                 | "Null"
                    nULL                 | nULL
                    y                    | "y"
                    Yes                  | "Yes"
                    yES                  | yES
                    off                  | "off"
                    true                 | "true"
                    0                    | "0"
                    +1                   | "+1"
                    1_000                | "1_000"
                    017                  | "017"
                    08                   | "08"
                    0o17                 | "0o17"
                    0x1F                 | "0x1F"
                    0x1G                 | 0x1G
                    0b11                 | "0b11"
                    0b12                 | 0b12
                    1e3                  | "1e3"
                    1e999                | 1e999
                    1.                   | "1."
                    .5                   | ".5"
                    .                    | .
                    1.2.3                | 1.2.3
                    .inf                 | ".inf"
                    .NaN                 | ".NaN"
                    99999999999999999999 | "99999999999999999999"
                    2026-01-31           | "2026-01-31"
                    2026-02-31           | 2026-02-31
                    2026-1-1             | "2026-1-1"
                    2026-01-31T10:00:00Z | "2026-01-31T10:00:00Z"
                    2026-01-31T10:00:00  | 2026-01-31T10:00:00
                    2026-01-31 10:00:00.5 | "2026-01-31 10:00:00.5"
                    12:30                | "12:30"
                    12:30:45.6           | "12:30:45.6"
                    12:75                | 12:75
                    a12:30               | a12:30
                    grün ☃               | grün ☃
                    """)
    void quotesWhatWouldBeReadAsSomethingElse(String text, String yaml) {
        assertThat(yaml(text)).isEqualTo("k: " + yaml + "\n");
    }

    @Test
    void quotesWhatCannotBeSeen() {
        assertThat(yaml("")).isEqualTo("k: \"\"\n");
        assertThat(yaml(" lead")).isEqualTo("k: ' lead'\n");
        assertThat(yaml("trail ")).isEqualTo("k: 'trail '\n");
        assertThat(yaml("tab\there")).isEqualTo("k: \"tab\\there\"\n");
        assertThat(yaml("bell\u0007 nul\0 del\u007f esc\u001b"))
                .isEqualTo("k: \"bell\\a nul\\0 del\\x7F esc\\e\"\n");
        assertThat(yaml("\ufeffbom")).isEqualTo("k: \"\\uFEFF\\x62\\x6F\\x6D\"\n");
        assertThat(yaml("ship \ud83d\ude80")).isEqualTo("k: \"ship \\U0001F680\"\n");
        assertThat(yaml("nbsp\u00a0")).isEqualTo("k: nbsp\u00a0\n");
    }

    @Test
    void writesSeveralLinesAsABlockWhereItCan() {
        assertThat(yaml("one\ntwo\n")).isEqualTo("k: |\n  one\n  two\n");
        assertThat(yaml("one\ntwo")).isEqualTo("k: |-\n  one\n  two\n");
        assertThat(yaml("one\n\n")).isEqualTo("k: |+\n  one\n\n");
        assertThat(yaml("  one\ntwo")).isEqualTo("k: |2-\n    one\n  two\n");
        assertThat(yaml("\none")).isEqualTo("k: |2-\n\n  one\n");
        assertThat(yaml("one\n  two\n\nthree\n")).isEqualTo("k: |\n  one\n    two\n\n  three\n");
        assertThat(yaml("one \ntwo")).isEqualTo("k: \"one \\ntwo\"\n");
        assertThat(yaml("one\ntwo ")).isEqualTo("k: \"one\\ntwo \"\n");
        assertThat(yaml("one\r\ntwo")).isEqualTo("k: \"one\\r\\ntwo\"\n");
    }

    @Test
    void foldsLongLinesAtEightyColumns() {
        var words = "word ".repeat(30).strip();

        assertThat(yaml(words))
                .isEqualTo(
                        "k: "
                                + "word ".repeat(15)
                                + "word\n  "
                                + "word ".repeat(14).strip()
                                + "\n");
        assertThat(yaml(words + ": x"))
                .isEqualTo(
                        "k: '"
                                + "word ".repeat(15)
                                + "word\n  "
                                + "word ".repeat(14).strip()
                                + ": x'\n");
        assertThat(yaml(words + "\t"))
                .isEqualTo(
                        "k: \""
                                + "word ".repeat(15)
                                + "word\n  "
                                + "word ".repeat(14).strip()
                                + "\\t\"\n");
        assertThat(yaml("w".repeat(200))).isEqualTo("k: " + "w".repeat(200) + "\n");
        assertThat(yaml("word ".repeat(16) + " two"))
                .isEqualTo("k: " + "word ".repeat(16) + " two\n");
    }

    @Test
    void nestsMapsAndLists() {
        var object = new TreeMap<String, Object>();
        object.put("empty", Map.of());
        object.put(
                "list", List.of("a", List.of("b", List.of()), Map.of("c", 1L, "d", List.of(2L))));
        object.put("none", List.of());
        object.put("numbers", List.of(1L, -2.5, 1e21, 1e-9, 1e6, true));

        assertThat(YamlText.of(object))
                .isEqualTo(
                        """
                        empty: {}
                        list:
                        - a
                        - - b
                          - []
                        - c: 1
                          d:
                          - 2
                        none: []
                        numbers:
                        - 1
                        - -2.5
                        - 1e+21
                        - 1e-09
                        - 1e+06
                        - true
                        """);
    }

    @Test
    void ordersNamesWithNumbersInThemByTheirValue() {
        var object = new TreeMap<String, Object>();
        for (var name : List.of("a10", "a9", "a", "B", "b", "_b", "a-b", "a.b", "on", "1", "a01")) {
            object.put(name, 1L);
        }

        assertThat(YamlText.of(object).lines().map(line -> line.replace(": 1", "")))
                .containsExactly(
                        "_b", "\"1\"", "B", "a", "a-b", "a.b", "a01", "a9", "a10", "b", "\"on\"");
    }

    @Test
    void writesALongNameWithAQuestionMark() {
        var object = new TreeMap<String, Object>();
        object.put("n".repeat(129), List.of(1L));

        assertThat(YamlText.of(object))
                .isEqualTo("? " + "n".repeat(129) + "\n:\n  - 1\n".replace(":\n  - 1", ": - 1"));
    }

    private static String yaml(String text) {
        return YamlText.of(Map.of("k", text));
    }

    @Test
    void writesKyaml() {
        var object = new TreeMap<String, Object>();
        object.put("a", "x\"y\\");
        object.put("args", new ArrayList<>(List.of("one", 2L)));
        object.put("maps", List.of(Map.of("k", "v"), Map.of()));
        object.put("no", "two\n  lines\ttab\n");
        object.put("with space", true);

        assertThat(KyamlText.of(object))
                .isEqualTo(
                        """
                        ---
                        {
                          a: "x\\"y\\\\",
                          args: [
                            "one",
                            2,
                          ],
                          maps: [{
                            k: "v",
                          }, {}],
                          "no": "\\
                             two\\n\\
                            \\  lines	tab\\n\\
                            ",
                          "with space": true,
                        }
                        """);
    }

    @Test
    void writesJson() {
        var object = new TreeMap<String, Object>();
        object.put("a", "<b> & \"c\" \\ \u0001 \u2028 ü\n\t\b\f");
        object.put("n", List.of(1L, 1.0, 0.5, 1e21, 1e-7, 123456789.0));
        object.put("o", Map.of());

        assertThat(JsonText.compact(object))
                .isEqualTo(
                        "{\"a\":\"\\u003cb\\u003e \\u0026 \\\"c\\\" \\\\ \\u0001 \\u2028"
                            + " ü\\n\\t\\b\\f\",\"n\":[1,1,0.5,1e+21,1e-7,123456789],\"o\":{}}");
        assertThat(JsonText.indented(Map.of("a", List.of(List.of(), 1L))))
                .isEqualTo("{\n    \"a\": [\n        [],\n        1\n    ]\n}");
    }
}
