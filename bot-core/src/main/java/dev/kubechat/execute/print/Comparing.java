package dev.kubechat.execute.print;

import org.jspecify.annotations.Nullable;

/** Go's templates' idea of equal and less: within one kind of value only. */
final class Comparing {

    private enum Kind {
        BOOL,
        INT,
        FLOAT,
        STRING
    }

    private Comparing() {}

    static boolean passes(@Nullable Object left, String operator, @Nullable Object right) {
        return switch (operator) {
            case "==" -> equal(left, right);
            case "!=" -> !equal(left, right);
            case "<" -> less(left, right);
            case "<=" -> less(left, right) || equal(left, right);
            case ">" -> !less(left, right) && !equal(left, right);
            case ">=" -> !less(left, right);
            default -> throw new PrintError("unrecognized filter operator " + operator);
        };
    }

    static boolean equal(@Nullable Object left, @Nullable Object right) {
        var kind = kind(left);
        if (kind != kind(right)) {
            throw new PrintError("incompatible types for comparison");
        }
        return compare(kind, left, right) == 0;
    }

    static boolean less(@Nullable Object left, @Nullable Object right) {
        var kind = kind(left);
        if (kind != kind(right)) {
            throw new PrintError("incompatible types for comparison");
        }
        if (kind == Kind.BOOL) {
            throw new PrintError("invalid type for comparison");
        }
        return compare(kind, left, right) < 0;
    }

    private static int compare(Kind kind, @Nullable Object left, @Nullable Object right) {
        return switch (kind) {
            case BOOL -> Boolean.compare((Boolean) of(left), (Boolean) of(right));
            case INT -> Long.compare(number(left).longValue(), number(right).longValue());
            case FLOAT -> Double.compare(number(left).doubleValue(), number(right).doubleValue());
            case STRING -> compare((String) of(left), (String) of(right));
        };
    }

    // by bytes of UTF-8, which is by code points
    static int compare(String left, String right) {
        var a = left.codePoints().toArray();
        var b = right.codePoints().toArray();
        return java.util.Arrays.compare(a, b);
    }

    private static Number number(@Nullable Object value) {
        return (Number) of(value);
    }

    private static Object of(@Nullable Object value) {
        return java.util.Objects.requireNonNull(value);
    }

    private static Kind kind(@Nullable Object value) {
        return switch (value) {
            case Boolean _ -> Kind.BOOL;
            case Long _, Integer _ -> Kind.INT;
            case Double _ -> Kind.FLOAT;
            case String _ -> Kind.STRING;
            case null, default -> throw new PrintError("invalid type for comparison");
        };
    }
}
