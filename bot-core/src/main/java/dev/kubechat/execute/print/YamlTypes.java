package dev.kubechat.execute.print;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Go's YAML readers would take an unquoted text for. */
final class YamlTypes {

    private static final Set<String> WORDS =
            Set.of(
                    "", "~", "null", "Null", "NULL", "y", "Y", "yes", "Yes", "YES", "n", "N", "no",
                    "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE", "on", "On", "ON",
                    "off", "Off", "OFF", ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf",
                    "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF");
    private static final Set<String> GO_BOOLS =
            Set.of("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False");
    private static final Set<String> YAML_WORDS =
            Set.of("true", "y", "yes", "on", "false", "n", "no", "off", "null", "~", "");
    private static final Set<String> SPECIAL_FLOATS = Set.of(".inf", "-.inf", "+.inf", ".nan");

    private static final Pattern INT =
            Pattern.compile(
                    "(?<sign>[-+]?)(?:0[xX](?<hex>[0-9a-fA-F]+)|0[bB](?<bin>[01]+)|0[oO]?(?<oct>[0-7]+)|(?<dec>0|[1-9][0-9]*))");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern GO_FLOAT_WORD = Pattern.compile("(?i)[-+]?(?:inf|infinity)|nan");
    private static final Pattern HEX_FLOAT =
            Pattern.compile(
                    "[-+]?0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][-+]?[0-9]+");
    private static final Pattern BASE_60 =
            Pattern.compile("[-+]?[0-9][0-9_]*+(?::[0-5]?[0-9])++(?:\\.[0-9_]*)?");
    private static final Pattern BASE_60_OF_KYAML =
            Pattern.compile("[-+]?[1-9][0-9_]*+(?::[0-5]?[0-9])++(?:\\.[0-9_]*)?");
    private static final Pattern TIMESTAMP =
            Pattern.compile(
                    "(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})"
                        + "(?:[Tt](?<h>[0-9]{1,2}):(?<m>[0-9]{1,2}):(?<s>[0-9]{1,2})(?:[.,][0-9]+)?(?:Z|[-+](?<zh>[0-9]{2}):(?<zm>[0-9]{2}))|"
                        + " (?<h2>[0-9]{1,2}):(?<m2>[0-9]{1,2}):(?<s2>[0-9]{1,2})(?:[.,][0-9]+)?)?");
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64);
    private static final BigInteger LEAST = BigInteger.ONE.shiftLeft(63).negate();

    private YamlTypes() {}

    /** Whether go-yaml 2 reads it as a string when it is not quoted. */
    static boolean isString(String text) {
        return !WORDS.contains(text) && !isNumberOrTime(text) && !BASE_60.matcher(text).matches();
    }

    private static boolean isNumberOrTime(String text) {
        var first = text.charAt(0);
        if (first == '.') {
            return isFloat(text);
        }
        if (first != '+' && first != '-' && !isDigit(first)) {
            return false;
        }
        var digits = text.replace("_", "");
        return isTimestamp(text) || isInt(digits, LEAST, MOST) || isFloat(digits);
    }

    /** Whether KYAML quotes a name because some reader could take it for something other than a string. */
    static boolean isAmbiguous(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var digits = text.replace("_", "");
        return YAML_WORDS.contains(lower)
                || GO_BOOLS.contains(text)
                || isInt(digits, LEAST, BigInteger.ONE.shiftLeft(63))
                || isFloat(digits)
                || GO_FLOAT_WORD.matcher(digits).matches()
                || HEX_FLOAT.matcher(digits).matches()
                || BASE_60_OF_KYAML.matcher(text).matches()
                || SPECIAL_FLOATS.contains(lower)
                || isTimestamp(text);
    }

    private static boolean isInt(String text, BigInteger least, BigInteger tooMuch) {
        var found = INT.matcher(text);
        if (text.length() > 100 || !found.matches()) {
            return false;
        }
        var value = value(found);
        if (text.startsWith("+") || text.startsWith("-")) {
            var signed = text.startsWith("-") ? value.negate() : value;
            return signed.compareTo(least) >= 0 && signed.compareTo(least.negate()) < 0;
        }
        return value.compareTo(tooMuch) < 0;
    }

    private static BigInteger value(Matcher found) {
        if (found.group("hex") != null) {
            return new BigInteger(found.group("hex"), 16);
        }
        if (found.group("bin") != null) {
            return new BigInteger(found.group("bin"), 2);
        }
        return found.group("oct") != null
                ? new BigInteger(found.group("oct"), 8)
                : new BigInteger(found.group("dec"));
    }

    private static boolean isFloat(String text) {
        return FLOAT.matcher(text).matches() && !Double.isInfinite(Double.parseDouble(text));
    }

    private static boolean isTimestamp(String text) {
        var found = TIMESTAMP.matcher(text);
        return found.matches()
                && isDate(found)
                && below(found.group("h"), 24)
                && below(found.group("m"), 60)
                && below(found.group("s"), 60)
                && below(found.group("h2"), 24)
                && below(found.group("m2"), 60)
                && below(found.group("s2"), 60)
                && below(found.group("zh"), 25)
                && below(found.group("zm"), 60);
    }

    private static boolean isDate(Matcher found) {
        try {
            LocalDate.of(
                    Integer.parseInt(found.group("year")),
                    Integer.parseInt(found.group("month")),
                    Integer.parseInt(found.group("day")));
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean below(@org.jspecify.annotations.Nullable String digits, int limit) {
        return digits == null || Integer.parseInt(digits) < limit;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
