package dev.kubechat.execute;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Objects as YAML and JSON the way kubectl prints them: sorted names, and quotes where a text would be read as something else. */
final class YamlText {

    // what Go's YAML 1.1 reads as a null, a bool or a number when it is not quoted
    private static final Pattern AMBIGUOUS =
            Pattern.compile(
                    "|~|null|Null|NULL|y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"
                        + "|[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)|[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)|\\d{4}-\\d{1,2}-\\d{1,2}(?:[Tt"
                        + " ].*)?|<<|=");

    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private YamlText() {}

    static String yaml(JsonNode object) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        return new Yaml(new Quoting(options), options).dump(sorted(object));
    }

    static String json(JsonNode object) {
        var indent = new tools.jackson.core.util.DefaultIndenter("    ", "\n");
        var printer =
                new tools.jackson.core.util.DefaultPrettyPrinter(
                                tools.jackson.core.util.Separators.createDefaultInstance()
                                        .withObjectNameValueSpacing(
                                                tools.jackson.core.util.Separators.Spacing.AFTER)
                                        .withObjectEmptySeparator("")
                                        .withArrayEmptySeparator(""))
                        .withObjectIndenter(indent)
                        .withArrayIndenter(indent);
        return SORTED.writer().with(printer).writeValueAsString(sorted(object)) + "\n";
    }

    private static Object sorted(JsonNode object) {
        return SORTED.convertValue(object, Object.class) instanceof java.util.Map<?, ?> map
                ? deepSorted(map)
                : object;
    }

    private static Object deepSorted(Object value) {
        if (value instanceof java.util.Map<?, ?> map) {
            var sorted = new java.util.TreeMap<String, Object>();
            map.forEach((name, inner) -> sorted.put(String.valueOf(name), deepSorted(inner)));
            return sorted;
        }
        if (value instanceof java.util.List<?> list) {
            return list.stream().map(YamlText::deepSorted).toList();
        }
        return value;
    }

    private static final class Quoting extends Representer {

        Quoting(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String value, ScalarStyle style) {
            return super.representScalar(tag, value, tag.equals(Tag.STR) ? styleOf(value) : style);
        }

        private static ScalarStyle styleOf(String value) {
            if (AMBIGUOUS.matcher(value).matches()) {
                return ScalarStyle.DOUBLE_QUOTED;
            }
            return value.contains("\n") ? ScalarStyle.LITERAL : ScalarStyle.PLAIN;
        }
    }
}
