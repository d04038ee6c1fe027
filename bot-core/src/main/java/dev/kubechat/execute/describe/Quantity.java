package dev.kubechat.execute.describe;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** An amount of a resource as Kubernetes writes it: {@code 250m}, {@code 1536Mi}, {@code 2}. */
public record Quantity(BigDecimal amount, Form form) implements Comparable<Quantity> {

    /** In what it is written. */
    public enum Form {
        DECIMAL,
        BINARY,
        EXPONENT
    }

    static final Quantity ZERO = new Quantity(BigDecimal.ZERO, Form.DECIMAL);

    private static final Pattern WRITTEN =
            Pattern.compile("([+-]?[0-9]{0,40}\\.?[0-9]{0,40})([eE][+-]?[0-9]{1,2}|[a-zA-Z]{0,2})");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final List<String> DECIMAL =
            List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final BigInteger KIBI = BigInteger.valueOf(1024);

    /** As Kubernetes would write it: {@code 1} for {@code 1000m}. */
    public static String canonical(String written) {
        return of(StringNode.valueOf(written)).toString();
    }

    /** Zero for what is none. */
    static Quantity of(JsonNode written) {
        var parts = WRITTEN.matcher(Values.text(written).strip());
        if (!parts.matches() || !parts.group(1).matches(".*[0-9].*")) {
            return ZERO;
        }
        var number =
                new BigDecimal(
                        parts.group(1).endsWith(".") ? parts.group(1) + "0" : parts.group(1));
        var suffix = parts.group(2);
        if (suffix.length() == 2 && BINARY.contains(suffix)) {
            return new Quantity(
                    number.multiply(new BigDecimal(KIBI.pow(BINARY.indexOf(suffix)))), Form.BINARY);
        }
        if (DECIMAL.contains(suffix)) {
            return new Quantity(
                    number.scaleByPowerOfTen(3 * (DECIMAL.indexOf(suffix) - 3)), Form.DECIMAL);
        }
        return suffix.length() > 1 && (suffix.charAt(0) == 'e' || suffix.charAt(0) == 'E')
                ? new Quantity(
                        number.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1))),
                        Form.EXPONENT)
                : ZERO;
    }

    Quantity plus(Quantity more) {
        return new Quantity(amount.add(more.amount), isZero() ? more.form : form);
    }

    boolean isZero() {
        return amount.signum() == 0;
    }

    /** In whole units, rounded away from zero. */
    BigDecimal units() {
        return amount.setScale(0, RoundingMode.UP);
    }

    /** In thousandths, rounded away from zero. */
    BigDecimal thousandths() {
        return amount.scaleByPowerOfTen(3).setScale(0, RoundingMode.UP);
    }

    Quantity in(Form other) {
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
        return decimal(amount.setScale(Math.min(9, amount.scale()), RoundingMode.UP));
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
