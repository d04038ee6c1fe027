package dev.kubechat.execute.print;

import org.jspecify.annotations.Nullable;

/** Go's quoted texts, read. */
final class GoQuotes {

    private GoQuotes() {}

    /** What stands between the quotes, single or double, its escapes resolved; null where it is no such text. */
    static @Nullable String unquoted(String text) {
        var last = text.length() - 1;
        if (last < 1 || text.charAt(0) != text.charAt(last)) {
            return null;
        }
        var quote = text.charAt(0);
        var unquoted = new StringBuilder();
        for (var i = 1; i < last; ) {
            var c = text.charAt(i);
            if (c == quote) {
                return null;
            }
            if (c != '\\') {
                unquoted.append(c);
                i++;
                continue;
            }
            if (i + 1 >= last) {
                return null;
            }
            var length = length(text.charAt(i + 1));
            if (i + length > last) {
                return null;
            }
            var value = value(text.substring(i + 1, i + length), quote);
            if (value < 0 || value > 0x10ffff) {
                return null;
            }
            unquoted.appendCodePoint(value);
            i += length;
        }
        return unquoted.toString();
    }

    /** How long an escape that begins with this letter is, its backslash too. */
    private static int length(char letter) {
        return switch (letter) {
            case 'x', '0', '1', '2', '3', '4', '5', '6', '7' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }

    private static int value(String escape, char quote) {
        try {
            return switch (escape.charAt(0)) {
                case 'a' -> 7;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'v' -> 11;
                case '\\' -> '\\';
                case '\'', '"' -> escape.charAt(0) == quote ? quote : -1;
                case 'x', 'u', 'U' -> Integer.parseUnsignedInt(escape.substring(1), 16);
                case '0', '1', '2', '3' -> Integer.parseInt(escape, 8);
                default -> -1;
            };
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
