package dev.kubechat.execute.print;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An amount of a resource as Kubernetes writes it: {@code 250m}, {@code 1536Mi}, {@code 2}, {@code 3e3}. */
public record Quantity(BigDecimal amount, Form form) implements Comparable<Quantity> {

    /** How it is written. */
    public enum Form {
        DECIMAL,
        BINARY,
        EXPONENT
    }

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO, Form.DECIMAL);
    public static final Quantity ONE = new Quantity(BigDecimal.ONE, Form.DECIMAL);

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?<number>[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+))(?<unit>[KMGTPE]i|[numkMGTPE]|[eE][-+]?[0-9]+|)");
    private static final int LONGEST = 100;
    private static final int FARTHEST_EXPONENT = 100;
    private static final int FINEST = 9;
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final List<String> DECIMAL =
            List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final BigInteger KIBI = BigInteger.valueOf(1024);

    /** To a billionth, rounded away from zero; null where the text is no quantity. */
    public static @Nullable Quantity of(String text) {
        var found = WRITTEN.matcher(text);
        if (text.length() > LONGEST || !found.matches()) {
            return null;
        }
        var number = new BigDecimal(found.group("number"));
        var unit = found.group("unit");
        if (unit.endsWith("i")) {
            return fine(
                    number.multiply(new BigDecimal(KIBI.pow(BINARY.indexOf(unit)))), Form.BINARY);
        }
        if (unit.length() <= 1) {
            return fine(number.scaleByPowerOfTen(3 * (DECIMAL.indexOf(unit) - 3)), Form.DECIMAL);
        }
        var exponent = unit.substring(1);
        return exponent.length() > 4 || Math.abs(Integer.parseInt(exponent)) > FARTHEST_EXPONENT
                ? null
                : fine(number.scaleByPowerOfTen(Integer.parseInt(exponent)), Form.EXPONENT);
    }

    /** As Kubernetes would write it: {@code 1} for {@code 1000m}; zero for what is none. */
    public static String canonical(String text) {
        var quantity = of(text.strip());
        return (quantity == null ? ZERO : quantity).toString();
    }

    /** Zero for what is none. */
    public static Quantity of(JsonNode written) {
        var quantity = of(written.asString("").strip());
        return quantity == null ? ZERO : quantity;
    }

    private static Quantity fine(BigDecimal amount, Form form) {
        return new Quantity(
                amount.scale() <= FINEST ? amount : amount.setScale(FINEST, RoundingMode.UP), form);
    }

    public Quantity plus(Quantity more) {
        return new Quantity(amount.add(more.amount), isZero() ? more.form : form);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** In whole units, rounded away from zero. */
    public BigDecimal units() {
        return amount.setScale(0, RoundingMode.UP);
    }

    /** In thousandths, rounded away from zero. */
    public BigDecimal thousandths() {
        return amount.scaleByPowerOfTen(3).setScale(0, RoundingMode.UP);
    }

    /** Its whole units, written in that form. */
    public Quantity in(Form other) {
        return new Quantity(units(), other);
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        if (isZero()) {
            return "0";
        }
        var whole = amount.stripTrailingZeros().scale() <= 0;
        if (form == Form.BINARY && whole && amount.abs().compareTo(new BigDecimal(KIBI)) >= 0) {
            return binary(amount.toBigIntegerExact());
        }
        return decimal(amount.setScale(Math.min(FINEST, amount.scale()), RoundingMode.UP));
    }

    private static String binary(BigInteger bytes) {
        var left = bytes;
        var power = 0;
        while (power < BINARY.size() - 1 && left.mod(KIBI).signum() == 0) {
            left = left.divide(KIBI);
            power++;
        }
        return left + BINARY.get(power);
    }

    private String decimal(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        var exponent = Math.floorDiv(-stripped.scale(), 3) * 3;
        var digits = stripped.scaleByPowerOfTen(-exponent).toBigIntegerExact().toString();
        if (form == Form.EXPONENT) {
            return exponent == 0 ? digits : digits + "e" + exponent;
        }
        var place = exponent / 3 + 3;
        return place >= 0 && place < DECIMAL.size()
                ? digits + DECIMAL.get(place)
                : digits + "e" + exponent;
    }
}
