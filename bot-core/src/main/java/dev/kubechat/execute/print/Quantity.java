package dev.kubechat.execute.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kubernetes' quantities: {@code 100m}, {@code 1Gi}, {@code 2e3}. */
final class Quantity {

    private static final Pattern QUANTITY =
            Pattern.compile(
                    "(?<number>[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+))(?<unit>[KMGTPE]i|[numkMGTPE]|[eE][-+]?[0-9]+|)");
    private static final String BINARY = "KMGTPE";
    private static final String DECIMAL = "num kMGTPE";
    private static final int FINEST = 9;

    private Quantity() {}

    /** Its amount, to a billionth; null where the text is no quantity. */
    static @Nullable BigDecimal of(String text) {
        var found = QUANTITY.matcher(text);
        if (text.length() > 100 || !found.matches()) {
            return null;
        }
        var number = new BigDecimal(found.group("number"));
        var unit = found.group("unit");
        if (unit.isEmpty()) {
            return fine(number);
        }
        if (unit.endsWith("i")) {
            return fine(
                    number.multiply(
                            BigDecimal.valueOf(1024).pow(BINARY.indexOf(unit.charAt(0)) + 1)));
        }
        if (unit.length() == 1) {
            return fine(number.scaleByPowerOfTen(3 * (DECIMAL.indexOf(unit) - 3)));
        }
        var exponent = unit.substring(1);
        return exponent.length() > 4 || Math.abs(Integer.parseInt(exponent)) > 100
                ? null
                : fine(number.scaleByPowerOfTen(Integer.parseInt(exponent)));
    }

    private static BigDecimal fine(BigDecimal number) {
        return number.scale() <= FINEST ? number : number.setScale(FINEST, RoundingMode.UP);
    }
}
