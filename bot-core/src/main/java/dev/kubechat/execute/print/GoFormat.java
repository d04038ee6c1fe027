package dev.kubechat.execute.print;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Go's {@code fmt.Sprint}, {@code Sprintln} and {@code Sprintf}. */
final class GoFormat {

    private static final int WIDEST = 1_000_000;

    private final String format;
    private final List<@Nullable Object> values;
    private final StringBuilder out = new StringBuilder();
    private int pos;
    private int next;

    private GoFormat(String format, List<@Nullable Object> values) {
        this.format = format;
        this.values = values;
    }

    /** With a blank between two of which neither is a text. */
    static String print(List<@Nullable Object> values) {
        var text = new StringBuilder();
        for (var i = 0; i < values.size(); i++) {
            if (i > 0
                    && !(values.get(i) instanceof String)
                    && !(values.get(i - 1) instanceof String)) {
                text.append(' ');
            }
            text.append(GoText.plain(values.get(i)));
        }
        return text.toString();
    }

    static String println(List<@Nullable Object> values) {
        return values.stream().map(GoText::plain).collect(Collectors.joining(" ", "", "\n"));
    }

    static String printf(String format, List<@Nullable Object> values) {
        return new GoFormat(format, values).text();
    }

    private String text() {
        while (pos < format.length()) {
            var percent = format.indexOf('%', pos);
            var end = percent < 0 ? format.length() : percent;
            out.append(format, pos, end);
            pos = end + 1;
            if (percent >= 0) {
                verb();
            }
        }
        if (next < values.size()) {
            out.append("%!(EXTRA ")
                    .append(
                            values.subList(next, values.size()).stream()
                                    .map(GoFormat::typed)
                                    .collect(Collectors.joining(", ")))
                    .append(')');
        }
        return out.toString();
    }

    private static String typed(@Nullable Object value) {
        return value == null ? "<nil>" : GoText.type(value) + "=" + GoText.plain(value);
    }

    private void verb() {
        var flags = new StringBuilder();
        while (pos < format.length() && "+-# 0".indexOf(format.charAt(pos)) >= 0) {
            flags.append(format.charAt(pos++));
        }
        var width = number();
        Integer precision = null;
        if (pos < format.length() && format.charAt(pos) == '.') {
            pos++;
            var digits = number();
            precision = digits == null ? Integer.valueOf(0) : digits;
        }
        if (pos >= format.length()) {
            out.append("%!(NOVERB)");
            return;
        }
        var verb = format.codePointAt(pos);
        pos += Character.charCount(verb);
        if (verb == '%') {
            out.append('%');
        } else if (next >= values.size()) {
            out.append("%!").appendCodePoint(verb).append("(MISSING)");
        } else {
            var spec = new GoVerb(flags.toString(), width, precision, verb);
            out.append(spec.format(values.get(next++)));
        }
    }

    private @Nullable Integer number() {
        if (pos < format.length() && format.charAt(pos) == '*') {
            pos++;
            var value = next < values.size() ? values.get(next++) : null;
            if (value instanceof Number number && !(number instanceof Double)) {
                return Math.clamp(number.longValue(), -WIDEST, WIDEST);
            }
            out.append("%!(BADWIDTH)");
            return null;
        }
        var start = pos;
        while (pos < format.length() && format.charAt(pos) >= '0' && format.charAt(pos) <= '9') {
            pos++;
        }
        if (start == pos || pos - start > 7) {
            return null;
        }
        return Math.min(Integer.parseInt(format.substring(start, pos)), WIDEST);
    }

    /** One verb with its flags. */
    record GoVerb(String flags, @Nullable Integer width, @Nullable Integer precision, int verb) {

        String format(@Nullable Object value) {
            return switch (value) {
                case null ->
                        verb == 'v'
                                ? padded("<nil>")
                                : verb == 'T' ? padded("<nil>") : bad("<nil>");
                case Object any when verb == 'T' -> padded(GoText.type(any));
                case Object any when verb == 'v' && has('#') -> padded(GoText.syntax(any));
                case Map<?, ?> map ->
                        map.entrySet().stream()
                                .map(entry ->
                                        format(String.valueOf(entry.getKey()))
                                                + ":"
                                                + format(entry.getValue()))
                                .collect(Collectors.joining(" ", "map[", "]"));
                case List<?> list ->
                        list.stream().map(this::format).collect(Collectors.joining(" ", "[", "]"));
                case String text -> text(text);
                case Boolean truth ->
                        verb == 't' || verb == 'v' ? padded(truth.toString()) : bad(typed(truth));
                case Double number -> real(number);
                case Number number -> whole(number.longValue(), value);
                case Object other -> padded(other.toString());
            };
        }

        private boolean has(char flag) {
            return flags.indexOf(flag) >= 0;
        }

        private String bad(String what) {
            return "%!" + Character.toString(verb) + "(" + what + ")";
        }

        private String text(String text) {
            var cut =
                    precision != null && precision < text.codePointCount(0, text.length())
                            ? text.substring(0, text.offsetByCodePoints(0, precision))
                            : text;
            return switch (verb) {
                case 's', 'v' -> padded(cut);
                case 'q' -> padded(GoText.quoted(cut));
                case 'x' -> padded(hex(cut, "%02x"));
                case 'X' -> padded(hex(cut, "%02X"));
                default -> bad(typed(text));
            };
        }

        private static String hex(String text, String each) {
            var hex = new StringBuilder();
            for (var octet : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                hex.append(each.formatted(octet));
            }
            return hex.toString();
        }

        private String whole(long number, Object value) {
            return switch (verb) {
                case 'd', 'v' -> signed(number < 0, digits(number, 10));
                case 'x' -> signed(number < 0, (has('#') ? "0x" : "") + digits(number, 16));
                case 'X' ->
                        signed(
                                number < 0,
                                (has('#') ? "0X" : "")
                                        + digits(number, 16).toUpperCase(java.util.Locale.ROOT));
                case 'o' -> signed(number < 0, (has('#') ? "0" : "") + digits(number, 8));
                case 'b' -> signed(number < 0, digits(number, 2));
                case 'c' ->
                        padded(
                                Character.isValidCodePoint((int) number)
                                        ? Character.toString((int) number)
                                        : "\uFFFD");
                case 'q' -> padded("'" + Character.toString(Math.clamp(number, 0, 0x10ffff)) + "'");
                case 'U' -> padded("U+%04X".formatted(number));
                default -> bad(typed(value));
            };
        }

        private String digits(long number, int radix) {
            var digits = Long.toString(number, radix).replace("-", "");
            var least = precision == null ? 0 : precision;
            return digits.length() < least ? "0".repeat(least - digits.length()) + digits : digits;
        }

        private String real(double number) {
            var digits = precision == null ? 6 : Math.min(precision, 300);
            var size = Math.abs(number);
            return switch (verb) {
                case 'v', 'g', 'G' ->
                        signed(
                                number < 0,
                                precision == null
                                        ? GoText.number(size)
                                        : general(size, Math.max(precision, 1)));
                case 'f', 'F' ->
                        signed(
                                number < 0,
                                new java.math.BigDecimal(size)
                                        .setScale(digits, java.math.RoundingMode.HALF_EVEN)
                                        .toPlainString());
                case 'e', 'E' -> signed(number < 0, ("%." + digits + (char) verb).formatted(size));
                default -> bad(typed(number));
            };
        }

        private static String general(double size, int digits) {
            return GoText.number(
                    new java.math.BigDecimal(size)
                            .round(
                                    new java.math.MathContext(
                                            digits, java.math.RoundingMode.HALF_EVEN))
                            .doubleValue());
        }

        private String signed(boolean negative, String digits) {
            var sign = negative ? "-" : has('+') ? "+" : has(' ') ? " " : "";
            var least = width == null ? 0 : width;
            var missing = least - sign.length() - digits.length();
            if (missing > 0 && has('0') && !has('-')) {
                return sign + "0".repeat(missing) + digits;
            }
            return padded(sign + digits);
        }

        private String padded(String text) {
            var least = width == null ? 0 : Math.abs(width);
            var missing = least - text.codePointCount(0, text.length());
            if (missing <= 0) {
                return text;
            }
            var left = has('-') || (width != null && width < 0);
            return left ? text + " ".repeat(missing) : " ".repeat(missing) + text;
        }
    }
}
