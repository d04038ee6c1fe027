package dev.kubechat.execute.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonPathTest {

    private static final Object FLEET =
            Values.map(
                    JsonMapper.shared()
                            .readTree(
                                    """
                                    {"kind": "List", "owner": {"name": "ada", "tags": {"a.b/c": "dotted", "on": true}},
                                     "ships": [
                                       {"name": "argo", "crew": 50, "speed": 6.5, "ports": ["iolcos", "colchis"], "log": null},
                                       {"name": "beagle", "crew": 74, "speed": 8, "ports": [], "sunk": false},
                                       {"name": "calypso", "crew": 30, "ports": ["monaco"], "flag": "fr"},
                                       {"name": "dory", "crew": 1, "rig": {"masts": 1, "sails": ["main", "jib"]}}],
                                     "big": 12345678901, "tiny": 1e-9, "huge": 1e21, "million": 1000000.0}
                                    """));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    plain text                                          | plain text
                    {.kind}                                             | List
                    {$.kind}/{@.kind}                                   | List/List
                    { .kind }                                           | List
                    {.owner.name}, {.kind}                              | ada, List
                    {.owner['name']}                                    | ada
                    {.owner.tags.a\\.b/c}                               | dotted
                    {.owner.tags['a\\.b/c']}                            | dotted
                    {.owner.tags.on}                                    | true
                    {.owner.tags}                                       | {"a.b/c":"dotted","on":true}
                    {.nope}                                             | ''
                    {.nope.deeper[3]}                                   | ''
                    {.ships[0].name}                                    | argo
                    {.ships[-1].name}                                   | dory
                    {.ships[*].name}                                    | argo beagle calypso dory
                    {.ships[1:3].name}                                  | beagle calypso
                    {.ships[:2].name}                                   | argo beagle
                    {.ships[-2:].name}                                  | calypso dory
                    {.ships[0:4:3].name}                                | argo dory
                    {.ships[::2].name}                                  | argo calypso
                    {.ships[2:2].name}                                  | ''
                    {.ships[0,2].name}                                  | argo calypso
                    {.ships[0]['name','crew']}                          | argo 50
                    {.ships[*].ports[*]}                                | iolcos colchis
                    {.ships[0].ports}                                   | ["iolcos","colchis"]
                    {.ships[0].log}                                     | null
                    {.ships[?(@.name=="argo")].crew}                    | 50
                    {.ships[?(@.name!='argo')].crew}                    | 74 30 1
                    {.ships[?(@.crew>40)].name}                         | argo beagle
                    {.ships[?(@.crew>=50)].name}                        | argo beagle
                    {.ships[?(@.crew<=30)].name}                        | calypso dory
                    {.ships[?(@.sunk==false)].name}                     | beagle
                    {.ships[?(@.flag)].name}                            | calypso
                    {.ships[?(@.rig.masts==1)].rig.sails[1]}            | jib
                    {.ships[?(@.flag=="(fr)")].name}                    | ''
                    {..masts}                                           | 1
                    {..sails[0]}                                        | main
                    {.ships[3].rig.*}                                   | 1 ["main","jib"]
                    {range .ships[*]}{.name}:{end}                      | argo:beagle:calypso:dory:
                    {range .ships[*]}{.name}{range .ports[*]}+{@}{end};{end}. | argo+iolcos+colchis;beagle;calypso+monaco;dory;.
                    {range .ships[?(@.crew>1000)]}{.name}{end}none      | none
                    {"a\\tb"}                                           | a	b
                    {'it\\'s'}                                          | it's
                    {.big} {.tiny} {.huge} {.million}                   | 12345678901 1e-09 1e+21 1e+06
                    {.ships[0].speed} {.ships[1].speed}                 | 6.5 8
                    {1} {-2.5} {true}                                   | 1 -2.5 true
                    """)
    void findsWhatKubectlFinds(String template, String text) {
        assertThat(JsonPath.text(template, FLEET, true)).isEqualTo(text.equals("''") ? "" : text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    {.ships[9].name}            | array index out of bounds: index 9, length 4
                    {.ships[-9].name}           | array index out of bounds: index -5, length 4
                    {.ships[0:9].name}          | array index out of bounds: index 8, length 4
                    {.ships[3:1].name}          | starting index 3 is greater than ending index 1
                    {.ships[0:4:-1].name}       | step must be > 0
                    {.kind[0]}                  | string is not array or slice
                    {.owner[0]}                 | map[string]interface {} is not array or slice
                    {.owner[?(@.a=="b")]}       | map[name:ada tags:map[a.b/c:dotted on:true]] is not array or slice and cannot be filtered
                    {.ships[?(@.crew=="x")]}    | incompatible types for comparison
                    {.ships[?(@.rig==1)].name}  | invalid type for comparison
                    {.ships[?(@.name~"a")]}     | unclosed
                    {.ships[?(@.crew=>3)]}      | unrecognized filter operator =>
                    {end}                       | not in range, nothing to end
                    {loop .ships}               | unrecognized identifier loop
                    """)
    void saysWhatDoesNotFit(String template, String words) {
        if (words.equals("unclosed")) {
            // kubectl asks whether there is a field of that odd name
            assertThat(JsonPath.text(template, FLEET, true)).isEmpty();
            return;
        }
        assertThatThrownBy(() -> JsonPath.text(template, FLEET, true))
                .isInstanceOf(PrintError.class)
                .hasMessageStartingWith(
                        "error executing jsonpath %s: Error executing template: %s. Printing more"
                                .formatted(GoText.quoted(template), words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    {.ships                  | unclosed action
                    {.ships[0                | unterminated array
                    {.ships[x]}              | invalid array index x
                    {.ships[?(@.a=="b"]}     | unterminated filter
                    {.ships[?(@.a)}          | unclosed array expect ]
                    {"open}                  | unterminated quoted string
                    {....name}               | invalid multiple recursive descent
                    {.a#}{#}                 | unrecognized character in action: U+0023 '#'
                    {1.2.3}                  | cannot parse number 1.2.3
                    {"bad \\q"}              | unquote string "bad \\q" error invalid syntax
                    """)
    void saysWhatIsNoTemplate(String template, String words) {
        assertThatThrownBy(() -> JsonPath.check(template))
                .hasMessage("error parsing jsonpath %s, %s", template, words);
    }

    @Test
    void failsOnWhatIsMissingOnlyWhereAsked() {
        assertThat(JsonPath.text("{.ships[*].flag}", FLEET, false)).isEqualTo("fr");
        assertThatThrownBy(() -> JsonPath.text("{.nope}", FLEET, false))
                .hasMessageContaining("nope is not found");
    }

    @Test
    void writesResultsAsJson() {
        assertThat(JsonPath.json("{.ships[0:2].name}{.nope}", FLEET, true))
                .isEqualTo("[\n    \"argo\",\n    \"beagle\"\n]\n[]\n");
    }

    @Test
    void showsTheObjectItFailedOn() {
        var object = Values.of(json("{\"a\":[null,1.5,\"x\\n\"],\"b\":{}}"));

        assertThatThrownBy(() -> JsonPath.text("{.a[7]}", object, true))
                .hasMessageEndingWith(
                        """
                        	object given to jsonpath engine was:
                        		map[string]interface {}{"a":[]interface {}{interface {}(nil), 1.5, "x\\n"}, "b":map[string]interface {}{}}


                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{..", "{range .ships[*]}", ".*", "[?(@.a", "{'", "}{", "[0,", "{.a}"})
    void comesToAnEndWithALongTemplate(String part) {
        var template = "{" + part.repeat(4096 / part.length());
        try {
            JsonPath.text(template, FLEET, true);
        } catch (PrintError wrong) {
            assertThat(wrong.words()).isNotEmpty();
        }
    }

    @Test
    void givesUpOnATemplateThatVisitsEverythingOverAndOver() {
        var template =
                "{[%s'ships'][*][%s'name'].*}"
                        .formatted("'ships',".repeat(300), "'name',".repeat(300));

        assertThatThrownBy(() -> JsonPath.text(template, FLEET, true))
                .hasMessageContaining("visits too many values");
    }

    private static tools.jackson.databind.JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
