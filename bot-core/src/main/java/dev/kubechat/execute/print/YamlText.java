package dev.kubechat.execute.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as go-yaml 2 writes them, which is kubectl's {@code -o yaml}: quotes, literal blocks and lines folded at 80 columns alike. */
public final class YamlText {

    private static final int STEP = 2;
    private static final int LONGEST_SIMPLE_KEY = 128;

    private final YamlOut out = new YamlOut();

    private YamlText() {}

    /** With a line break at the end. */
    public static String of(@Nullable Object value) {
        var yaml = new YamlText();
        yaml.node(value, false);
        yaml.out.indent(0);
        return yaml.out.text();
    }

    private void node(@Nullable Object value, boolean inMapping) {
        switch (value) {
            case null -> out.plain(codePoints("null"), true);
            case Map<?, ?> map when map.isEmpty() -> out.indicator("{}", true, false, false);
            case List<?> list when list.isEmpty() -> out.indicator("[]", true, false, false);
            case Map<?, ?> map -> mapping(map);
            case List<?> list -> sequence(list, inMapping);
            case String text -> scalar(text, false);
            case Double number -> out.plain(codePoints(number(number)), true);
            default -> out.plain(codePoints(value.toString()), true);
        }
    }

    private static String number(double number) {
        return switch (GoText.number(number)) {
            case "+Inf" -> ".inf";
            case "-Inf" -> "-.inf";
            case "NaN" -> ".nan";
            case String text -> text;
        };
    }

    private void mapping(Map<?, ?> map) {
        var before = out.level();
        out.level(before < 0 ? 0 : before + STEP);
        var names = new ArrayList<String>();
        map.keySet().forEach(name -> names.add(String.valueOf(name)));
        GoSort.sort(names, YamlKeys::isLess);
        for (var name : names) {
            out.indent(out.level());
            if (isSimple(name)) {
                scalar(name, true);
                out.indicator(":", false, false, false);
            } else {
                out.indicator("?", true, false, true);
                scalar(name, false);
                out.indent(out.level());
                out.indicator(":", true, false, true);
            }
            node(map.get(name), true);
        }
        out.level(before);
    }

    private static boolean isSimple(String name) {
        return !YamlScalar.of(name).multiline()
                && name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length
                        <= LONGEST_SIMPLE_KEY;
    }

    private void sequence(List<?> list, boolean inMapping) {
        var before = out.level();
        var indentless = inMapping && !out.isIndention();
        out.level(before < 0 ? 0 : indentless ? before : before + STEP);
        for (var item : list) {
            out.indent(out.level());
            out.indicator("-", true, false, true);
            node(item, false);
        }
        out.level(before);
    }

    private void scalar(String written, boolean key) {
        var text = folded(written);
        var scalar = YamlScalar.of(text);
        if (text.indexOf('\n') >= 0) {
            if (!key && scalar.block()) {
                out.literal(scalar.text());
            } else {
                out.doubleQuoted(scalar.text(), !key);
            }
        } else if (!YamlTypes.isString(text) || (key && scalar.multiline())) {
            out.doubleQuoted(scalar.text(), !key);
        } else if (scalar.plain()) {
            out.plain(scalar.text(), !key);
        } else if (scalar.singleQuoted()) {
            out.singleQuoted(scalar.text(), !key);
        } else {
            out.doubleQuoted(scalar.text(), !key);
        }
    }

    /** kubectl's YAML comes out of JSON that a YAML reader has read, to which this old line break is a blank. */
    static String folded(String text) {
        return text.indexOf('\u0085') < 0 ? text : text.replaceAll("[ \t]*\u0085[ \t]*", " ");
    }

    private static int[] codePoints(String text) {
        return text.codePoints().toArray();
    }
}
