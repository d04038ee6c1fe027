package dev.kubechat.kubectl;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Go's strconv and pflag's maps, as far as flags need them. */
final class GoValues {

    // with a base prefix, or octal; underscores only between digits or after the prefix, as Go's
    // base 0 reads them
    private static final Pattern BASED =
            Pattern.compile("0[xX](_?[0-9a-fA-F])+|0[bB](_?[01])+|0[oO](_?[0-7])+|0(_?[0-7])*");
    private static final Pattern GROUPED = Pattern.compile("[1-9](_?[0-9])*");

    private GoValues() {}

    static boolean bool(String text) {
        return switch (text) {
            case "1", "t", "T", "TRUE", "true", "True" -> true;
            case "0", "f", "F", "FALSE", "false", "False" -> false;
            default -> throw new NotAValue("true or false");
        };
    }

    static long integer(String text, int bits) {
        if (isShort(text)) {
            return Integer.parseInt(text);
        }
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        BigInteger value = magnitude(digits);
        BigInteger signed = negative ? value.negate() : value;
        if (signed.bitLength() >= bits) {
            throw new NotAValue("a smaller number");
        }
        return signed.longValueExact();
    }

    /** As nearly all numbers are: a few digits, of which the first is no zero. */
    private static boolean isShort(String text) {
        boolean plain = !text.isEmpty() && text.length() < 10 && text.charAt(0) != '0';
        for (int i = 0; plain && i < text.length(); i++) {
            plain = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return plain;
    }

    private static BigInteger magnitude(String digits) {
        if (BASED.matcher(digits).matches()) {
            return based(digits.toLowerCase(Locale.ROOT).replace("_", ""));
        }
        if (!GROUPED.matcher(digits).matches()) {
            throw new NotAValue("a whole number");
        }
        return new BigInteger(digits.replace("_", ""));
    }

    private static BigInteger based(String digits) {
        if (digits.startsWith("0x")) {
            return new BigInteger(digits.substring(2), 16);
        }
        if (digits.startsWith("0b")) {
            return new BigInteger(digits.substring(2), 2);
        }
        return new BigInteger(digits.startsWith("0o") ? digits.substring(2) : digits, 8);
    }

    /** pflag's stringToString: one pair as it stands, several as a CSV record. */
    static Map<String, String> pairs(String text) {
        long count = text.chars().filter(c -> c == '=').count();
        if (count == 0) {
            throw new NotAValue("key=value");
        }
        List<String> pairs = count == 1 ? List.of(trimQuotes(text)) : GoCsv.record(text);
        var read = new LinkedHashMap<String, String>();
        pairs.forEach(pair -> put(read, pair));
        return read;
    }

    private static void put(Map<String, String> pairs, String pair) {
        if (pair.indexOf('=') < 0) {
            throw new NotAValue("key=value");
        }
        pairs.put(key(pair), value(pair));
    }

    private static String trimQuotes(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == '"') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == '"') {
            to--;
        }
        return text.substring(from, to);
    }

    /** What {@link #pairs} reads as these pairs. A lone pair is written twice where its quotes would be trimmed away. */
    static List<String> writtenPairs(List<String> pairs) {
        if (pairs.size() > 1) {
            return List.of(GoCsv.write(pairs));
        }
        return pairs.stream()
                .map(pair ->
                        trimQuotes(pair).equals(pair) && value(pair).indexOf('=') < 0
                                ? pair
                                : GoCsv.write(List.of(pair, pair)))
                .toList();
    }

    /** component-base's MapStringString: pairs between commas, blanks around keys and values dropped. */
    static Map<String, String> trimmedPairs(String text) {
        var read = new LinkedHashMap<String, String>();
        for (String pair : text.split(",", -1)) {
            if (!pair.isEmpty()) {
                putTrimmed(read, pair);
            }
        }
        return read;
    }

    private static void putTrimmed(Map<String, String> pairs, String pair) {
        if (pair.indexOf('=') < 0) {
            throw new NotAValue("key=value");
        }
        pairs.put(key(pair).strip(), value(pair).strip());
    }

    static String key(String pair) {
        return pair.substring(0, pair.indexOf('='));
    }

    static String value(String pair) {
        return pair.substring(pair.indexOf('=') + 1);
    }
}
