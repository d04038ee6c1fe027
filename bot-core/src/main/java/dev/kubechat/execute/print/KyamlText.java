package dev.kubechat.execute.print;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as KYAML, kubectl's strict kind of YAML that needs no indentation: braces, quotes and trailing commas everywhere. */
public final class KyamlText {

    private static final String FOLD = "\\\n";

    private final StringBuilder out = new StringBuilder();

    private KyamlText() {}

    /** A document with its head and a line break at the end. */
    public static String of(@Nullable Object value) {
        var kyaml = new KyamlText();
        kyaml.out.append("---\n");
        kyaml.node(value, 0);
        return kyaml.out.append('\n').toString();
    }

    private void node(@Nullable Object value, int level) {
        switch (value) {
            case Map<?, ?> map when map.isEmpty() -> out.append("{}");
            case Map<?, ?> map -> mapping(map, level);
            case List<?> list when list.isEmpty() -> out.append("[]");
            case List<?> list -> sequence(list, level);
            case String text -> string(YamlText.folded(text), level + 1, false);
            case null -> out.append("null");
            default -> out.append(JsonText.compact(value));
        }
    }

    private void mapping(Map<?, ?> map, int level) {
        out.append("{\n");
        map.forEach((name, value) -> {
            indent(level + 1);
            var text = String.valueOf(name);
            if (needsQuotes(text)) {
                string(text, level + 1, true);
            } else {
                out.append(text);
            }
            out.append(": ");
            node(value, level + 1);
            out.append(",\n");
        });
        indent(level);
        out.append('}');
    }

    private void sequence(List<?> list, int level) {
        var cuddles =
                list.stream().allMatch(item -> item instanceof Map<?, ?> || item instanceof List);
        out.append('[');
        if (!cuddles) {
            out.append('\n');
            indent(level);
        }
        for (var i = 0; i < list.size(); i++) {
            if (cuddles) {
                out.append(i > 0 ? ", " : "");
                node(list.get(i), level);
            } else {
                indent(1);
                node(list.get(i), level + 1);
                out.append(",\n");
                indent(level);
            }
        }
        out.append(']');
    }

    private void string(String text, int level, boolean compact) {
        var folds = text.indexOf('\n') >= 0 && !compact;
        out.append('"');
        if (folds) {
            out.append(FOLD);
        }
        text.codePoints().forEach(c -> character(c, level, compact));
        if (folds) {
            if (!isAfterBreak()) {
                out.append(FOLD);
            }
            indent(level);
        }
        out.append('"');
    }

    private void character(int c, int level, boolean compact) {
        if (isAfterBreak()) {
            indent(level);
            out.append(isSpace(c) && c != '\n' ? '\\' : ' ');
        }
        switch (c) {
            case '\n' -> out.append(compact ? "\\n" : "\\n" + FOLD);
            case '\t' -> out.append(compact ? "\\t" : "\t");
            case '"', '\\' -> out.append('\\').append((char) c);
            default -> out.append(GoText.isPrint(c) ? Character.toString(c) : escaped(c));
        }
    }

    private static String escaped(int c) {
        return switch (c) {
            case 0 -> "\\0";
            case 7 -> "\\a";
            case '\b' -> "\\b";
            case 11 -> "\\v";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            case 0x1b -> "\\e";
            case 0xa0 -> "\\_";
            case 0x2028 -> "\\L";
            case 0x2029 -> "\\P";
            default -> GoText.escaped(c);
        };
    }

    private boolean isAfterBreak() {
        return out.charAt(out.length() - 1) == '\n';
    }

    private static boolean isSpace(int c) {
        return c == 0x85 || (c >= 9 && c <= 13) || Character.isSpaceChar(c);
    }

    private static boolean needsQuotes(String text) {
        if (text.isEmpty() || YamlTypes.isAmbiguous(text)) {
            return true;
        }
        var letters = text.codePoints().toArray();
        for (var i = 0; i < letters.length; i++) {
            var inside = i > 0 && i < letters.length - 1;
            if (!isNameLetter(letters[i]) && !(inside && "-./".indexOf(letters[i]) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNameLetter(int c) {
        return c == '_'
                || Character.isLetter(c)
                || switch (Character.getType(c)) {
                    case Character.DECIMAL_DIGIT_NUMBER,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER ->
                            true;
                    default -> false;
                };
    }

    private void indent(int level) {
        out.repeat("  ", level);
    }
}
