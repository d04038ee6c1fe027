package dev.kubechat.execute.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class GoTemplateTest {

    private static final Object BAKERY =
            Values.map(
                    JsonMapper.shared()
                            .readTree(
                                    """
                                    {"name": "crumb", "open": true, "staff": 3, "rating": 4.5, "none": null, "void": "",
                                     "breads": [{"kind": "rye", "price": 4}, {"kind": "oat", "price": 3}],
                                     "hours": {"mon": "6-12", "sun": null}, "secret": "c291cmRvdWdo", "loaves": 1000000.0}
                                    """));

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\0',
            textBlock =
                    """
                    just text                                               ¦ just text
                    {{.name}} {{.staff}} {{.rating}} {{.open}}              ¦ crumb 3 4.5 true
                    {{.none}} {{.nope}} {{.nope.deeper}}                    ¦ <no value> <no value> <no value>
                    {{.hours}} {{.breads}}                                  ¦ map[mon:6-12 sun:<nil>] [map[kind:rye price:4] map[kind:oat price:3]]
                    {{.loaves}}                                             ¦ 1e+06
                    {{range .breads}}{{.kind}},{{end}}                      ¦ rye,oat,
                    {{range $i, $b := .breads}}{{$i}}{{$b.kind}}{{end}}     ¦ 0rye1oat
                    {{range $k, $v := .hours}}{{$k}}={{$v}};{{end}}         ¦ mon=6-12;sun=<no value>;
                    {{range .void}}x{{else}}empty{{end}}                    ¦ !
                    {{range .none}}x{{else}}empty{{end}}                    ¦ empty
                    {{range 3}}{{.}}{{end}}                                 ¦ 012
                    {{range .breads}}{{if eq .kind "oat"}}{{break}}{{end}}{{.kind}}{{end}} ¦ rye
                    {{range .breads}}{{if eq .kind "rye"}}{{continue}}{{end}}{{.kind}}{{end}} ¦ oat
                    {{if .open}}yes{{else}}no{{end}}                        ¦ yes
                    {{if .void}}a{{else if .none}}b{{else}}c{{end}}         ¦ c
                    {{with .hours}}{{.mon}}{{end}}                          ¦ 6-12
                    {{with .nope}}a{{else with .name}}{{.}}{{end}}          ¦ crumb
                    {{$x := .name}}{{$x}}{{$x = "new"}}{{$x}}               ¦ crumbnew
                    {{range .breads}}{{$.name}}{{end}}                      ¦ crumbcrumb
                    a {{- .name -}} b                                       ¦ acrumbb
                    a {{/* not seen */}} b                                  ¦ a  b
                    {{- /* trimmed */ -}}  c                                ¦ c
                    {{len .breads}} {{len .name}} {{len .hours}}            ¦ 2 5 2
                    {{index .breads 1}} {{index .hours "mon"}}              ¦ map[kind:oat price:3] 6-12
                    {{(index .breads 0).kind}}                              ¦ rye
                    {{.name | printf "%q"}}                                 ¦ "crumb"
                    {{printf "%s-%d-%v-%5.1f-%t" .name .staff .rating .rating .open}} ¦ crumb-3-4.5-  4.5-true
                    {{printf "%-6s|%6s|%06d|%+d|%x|%X" .name .name .staff .staff .staff .name}} ¦ crumb | crumb|000003|+3|3|6372756D62
                    {{printf "%d %s" .name .staff}}                         ¦ %!d(string=crumb) %!s(int64=3)
                    {{printf "%s %s" .name}}                                ¦ crumb %!s(MISSING)
                    {{printf "%s" .name .staff}}                            ¦ crumb%!(EXTRA int64=3)
                    {{printf "%"}} {{printf "100%%"}}                       ¦ %!(NOVERB) 100%
                    {{printf "%T %T %T" .name .staff 1}}                    ¦ string int64 int
                    {{printf "%v %+v %#v" .hours .hours .hours}}            ¦ map[mon:6-12 sun:<nil>] map[mon:6-12 sun:<nil>] map[string]interface {}{"mon":"6-12", "sun":interface {}(nil)}
                    {{print 1 2 "a" "b" 3}}                                 ¦ 1 2ab3
                    {{eq .staff 3}} {{ne .name "x"}} {{lt 1 2}} {{le 2 2}} {{gt .rating 4.0}} {{ge 1 2}} ¦ true true true true true false
                    {{eq .name "a" "crumb"}} {{eq .none nil}}               ¦ true true
                    {{and .open .name}} {{or .void .none "last"}} {{not .open}} ¦ crumb last false
                    {{html "<b>'&"}} {{js "it's <x>"}} {{urlquery "a b&c*~"}} ¦ &lt;b&gt;&#39;&amp; it\\'s \\u003Cx\\u003E a+b%26c%2A~
                    {{base64decode .secret}}                                ¦ sourdough
                    {{exists . "hours" "mon"}} {{exists . "hours" "sun"}} {{exists . "breads" 5}} ¦ true false false
                    {{slice .name 1 3}} {{slice .breads 1}}                 ¦ ru [map[kind:oat price:3]]
                    {{define "one"}}[{{.}}]{{end}}{{template "one" .name}}{{template "one"}} ¦ [crumb][<no value>]
                    {{block "two" .staff}}<{{.}}>{{end}}                    ¦ <3>
                    {{"\\u00fc\\t"}}{{`raw\\n`}}{{'a'}}{{1_000}}{{0x1F}}{{1e3}} ¦ ü	raw\\n9710003 11000
                    """)
    void printsWhatGoPrints(String template, String text) {
        if (text.equals("!")) {
            assertThatThrownBy(() -> GoTemplate.text(template, BAKERY, true))
                    .hasMessageEndingWith("range can't iterate over ");
            return;
        }
        var wanted = text.replace("9710003 11000", "971000311000");
        assertThat(GoTemplate.text(template, BAKERY, true)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\0',
            textBlock =
                    """
                    {{.name.first}}        ¦ output:1:7: executing "output" at <.name.first>: can't evaluate field first in type interface {}
                    {{.breads.kind}}       ¦ output:1:9: executing "output" at <.breads.kind>: can't evaluate field kind in type interface {}
                    {{with .name}}{{.x}}{{end}} ¦ output:1:16: executing "output" at <.x>: can't evaluate field x in type string
                    {{.none.x}}            ¦ output:1:7: executing "output" at <.none.x>: nil pointer evaluating interface {}.x
                    ab {{index .breads 7}} ¦ output:1:5: executing "output" at <index .breads 7>: error calling index: index out of range: 7
                    {{index .breads 2}}    ¦ output:1:2: executing "output" at <index .breads 2>: error calling index: reflect: slice index out of range
                    {{index .breads "a"}}  ¦ output:1:2: executing "output" at <index .breads "a">: error calling index: cannot index slice/array with type string
                    {{index .hours 1}}     ¦ output:1:2: executing "output" at <index .hours 1>: error calling index: value has type int; should be string
                    {{len 3}}              ¦ output:1:2: executing "output" at <len 3>: error calling len: len of type int
                    {{len .a .b}}          ¦ output:1:2: executing "output" at <len>: wrong number of args for len: want 1 got 2
                    {{eq 1 "a"}}           ¦ output:1:2: executing "output" at <eq 1 "a">: error calling eq: incompatible types for comparison: int and string
                    {{lt .hours 1}}        ¦ output:1:2: executing "output" at <lt .hours 1>: error calling lt: invalid type for comparison
                    {{base64decode "?"}}   ¦ output:1:2: executing "output" at <base64decode "?">: error calling base64decode: base64 decode failed: illegal base64 data at input byte 0
                    {{base64decode .staff}} ¦ output:1:15: executing "output" at <.staff>: wrong type for value; expected string; got int64
                    {{range .staff}}{{end}}{{range .name}}{{end}} ¦ output:1:31: executing "output" at <.name>: range can't iterate over crumb
                    {{1 2}}                ¦ output:1:2: executing "output" at <1>: can't give argument to non-function 1
                    {{template "none"}}    ¦ output:1:11: executing "output" at <{{template "none"}}>: template "none" not defined
                    {{nil}}                ¦ output:1:2: executing "output" at <nil>: nil is not a command
                    """)
    void saysWhereItFails(String template, String words) {
        var error =
                catchThrowableOfType(
                        PrintError.class, () -> GoTemplate.text(template, BAKERY, true));

        assertThat(error.words())
                .isEqualTo(
                        "error executing template %s: template: %s"
                                .formatted(GoText.quoted(template), words));
        assertThat(error.before())
                .contains(
                        "Error executing template: template: " + words,
                        "\traw data was:\n\t\t{\"breads\":[{",
                        "\tobject given to template engine was:\n\t\tmap[breads:[map[kind:rye");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\0',
            textBlock =
                    """
                    {{.name            ¦ unclosed action
                    {{shout .name}}    ¦ function "shout" not defined
                    {{$x}}             ¦ undefined variable "$x"
                    {{range .breads}}  ¦ unexpected EOF
                    {{end}}            ¦ unexpected {{end}}
                    {{if}}a{{end}}     ¦ missing value for if
                    {{else}}           ¦ unexpected {{else}}
                    {{}}               ¦ missing value for command
                    {{(.name}}         ¦ unclosed left paren
                    {{.name)}}         ¦ unexpected right paren
                    {{"open}}          ¦ unterminated quoted string
                    {{/* open          ¦ unclosed comment
                    {{.name | 3}}      ¦ non executable command in pipeline stage 2
                    {{break}}          ¦ {{break}} outside {{range}}
                    {{3.name}}         ¦ bad number syntax: "3.name"
                    {{.a#b}}           ¦ bad character U+0023 '#'
                    {{$a, $b := 1}}    ¦ too many declarations in command
                    {{"bad \\q"}}      ¦ invalid syntax
                    """)
    void saysWhatIsNoTemplate(String template, String words) {
        assertThatThrownBy(() -> GoTemplate.check(template))
                .hasMessage("error parsing template %s, template: output:1: %s", template, words);
    }

    @Test
    void keepsWhatWasWrittenBeforeItFailed() {
        var error =
                catchThrowableOfType(
                        PrintError.class,
                        () -> GoTemplate.text("{{.name}}! {{.name.x}}", BAKERY, true));

        assertThat(error.before()).startsWith("crumb! Error executing template: ");
    }

    @Test
    void failsOnWhatIsMissingOnlyWhereAsked() {
        assertThatThrownBy(() -> GoTemplate.text("{{.hours.tue}}", BAKERY, false))
                .hasMessageEndingWith("map has no entry for key \"tue\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{range 9999999999}}x{{end}}",
                "{{define \"a\"}}{{template \"a\"}}{{end}}{{template \"a\"}}",
                "{{range 100000}}{{range 100000}}{{end}}{{end}}"
            })
    void givesUpOnATemplateWithoutEnd(String template) {
        assertThatThrownBy(() -> GoTemplate.text(template, BAKERY, true))
                .isInstanceOf(PrintError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "{{if .a}}",
                "{{",
                "|",
                ".a",
                "{{range .breads}}",
                "$",
                "{{with (",
                "\""
            })
    void comesToAnEndWithALongTemplate(String part) {
        var template = "{{" + part.repeat(4000 / part.length());

        assertThatThrownBy(() -> GoTemplate.text(template, BAKERY, true))
                .isInstanceOf(PrintError.class);
    }
}
