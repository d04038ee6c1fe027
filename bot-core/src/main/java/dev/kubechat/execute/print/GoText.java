package dev.kubechat.execute.print;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as Go's {@code fmt} and {@code strconv} write them. */
final class GoText {

    private GoText() {}

    /** {@code %v} */
    static String plain(@Nullable Object value) {
        return switch (value) {
            case null -> "<nil>";
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(entry -> entry.getKey() + ":" + plain(entry.getValue()))
                            .collect(Collectors.joining(" ", "map[", "]"));
            case List<?> list ->
                    list.stream().map(GoText::plain).collect(Collectors.joining(" ", "[", "]"));
            case Double number -> number(number);
            default -> value.toString();
        };
    }

    /** {@code %#v} */
    static String syntax(@Nullable Object value) {
        return switch (value) {
            case null -> "interface {}(nil)";
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(entry ->
                                    quoted(String.valueOf(entry.getKey()))
                                            + ":"
                                            + syntax(entry.getValue()))
                            .collect(Collectors.joining(", ", "map[string]interface {}{", "}"));
            case List<?> list ->
                    list.stream()
                            .map(GoText::syntax)
                            .collect(Collectors.joining(", ", "[]interface {}{", "}"));
            case String text -> quoted(text);
            default -> plain(value);
        };
    }

    /** {@code %T} of a value out of JSON. */
    static String type(@Nullable Object value) {
        return switch (value) {
            case null -> "<nil>";
            case Map<?, ?> _ -> "map[string]interface {}";
            case List<?> _ -> "[]interface {}";
            case String _ -> "string";
            case Boolean _ -> "bool";
            case Long _ -> "int64";
            case Integer _ -> "int";
            case Double _ -> "float64";
            default -> "interface {}";
        };
    }

    /** The shortest text that reads back, with an exponent below 1e-4 and from 1e+06 on, or the given one. */
    static String number(double number) {
        return number(number, -4, 6);
    }

    /** As JSON has it: an exponent only below 1e-6 and from 1e21 on. */
    static String jsonNumber(double number) {
        var text = number(number, -6, 21);
        // Go's JSON cleans e-09 to e-9
        var exponent = text.indexOf("e-0");
        return exponent < 0 ? text : text.substring(0, exponent + 2) + text.substring(exponent + 3);
    }

    private static String number(double number, int least, int most) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "+Inf" : "-Inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        var exact = new BigDecimal(Double.toString(Math.abs(number))).stripTrailingZeros();
        var digits = exact.unscaledValue().toString();
        var exponent = digits.length() - 1 - exact.scale();
        var text =
                exponent < least || exponent >= most
                        ? scientific(digits, exponent)
                        : exact.toPlainString();
        return number < 0 ? "-" + text : text;
    }

    private static String scientific(String digits, int exponent) {
        var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return "%se%s%02d".formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    /** {@code strconv.Quote} */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '"', '\\' -> quoted.append('\\').append((char) c);
                        case 7 -> quoted.append("\\a");
                        case '\b' -> quoted.append("\\b");
                        case '\f' -> quoted.append("\\f");
                        case '\n' -> quoted.append("\\n");
                        case '\r' -> quoted.append("\\r");
                        case '\t' -> quoted.append("\\t");
                        case 11 -> quoted.append("\\v");
                        default -> quoted.append(isPrint(c) ? Character.toString(c) : escaped(c));
                    }
                });
        return quoted.append('"').toString();
    }

    /** {@code \x07}, {@code \u00a0} or {@code \U0001f600}. */
    static String escaped(int c) {
        if (c < ' ' || c == 0x7f) {
            return "\\x%02x".formatted(c);
        }
        return c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c);
    }

    /** Go's {@code unicode.IsPrint}: letters, marks, numbers, punctuation, symbols, and the ASCII space. */
    static boolean isPrint(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }

    /** What kubectl does to a terminal's control characters. */
    static String forTerminal(String text) {
        return text.replace("\u001b", "^[").replace("\r", "\\r");
    }
}
