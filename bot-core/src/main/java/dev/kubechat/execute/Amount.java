package dev.kubechat.execute;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;

/** What a Kubernetes quantity like {@code 250m}, {@code 64Mi} or {@code 1e3} amounts to. */
final class Amount {

    private static final Pattern FORM =
            Pattern.compile(
                    "([-+]?[0-9]{0,40}(?:\\.[0-9]{0,40})?)([a-zA-Z]{0,2}|[eE][-+]?[0-9]{1,3})");
    private static final Map<String, BigDecimal> UNITS =
            Map.ofEntries(
                    Map.entry("", BigDecimal.ONE),
                    Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
                    Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
                    Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
                    Map.entry("k", BigDecimal.ONE.movePointRight(3)),
                    Map.entry("M", BigDecimal.ONE.movePointRight(6)),
                    Map.entry("G", BigDecimal.ONE.movePointRight(9)),
                    Map.entry("T", BigDecimal.ONE.movePointRight(12)),
                    Map.entry("P", BigDecimal.ONE.movePointRight(15)),
                    Map.entry("E", BigDecimal.ONE.movePointRight(18)),
                    Map.entry("Ki", BigDecimal.valueOf(1024)),
                    Map.entry("Mi", BigDecimal.valueOf(1024).pow(2)),
                    Map.entry("Gi", BigDecimal.valueOf(1024).pow(3)),
                    Map.entry("Ti", BigDecimal.valueOf(1024).pow(4)),
                    Map.entry("Pi", BigDecimal.valueOf(1024).pow(5)),
                    Map.entry("Ei", BigDecimal.valueOf(1024).pow(6)));

    private Amount() {}

    /** Zero for what is no quantity. */
    static BigDecimal of(String quantity) {
        var form = FORM.matcher(quantity);
        if (!form.matches() || form.group(1).chars().noneMatch(Character::isDigit)) {
            return BigDecimal.ZERO;
        }
        var number = new BigDecimal(form.group(1));
        var suffix = form.group(2);
        if (suffix.length() > 1
                && (suffix.startsWith("e") || suffix.startsWith("E"))
                && !suffix.equals("Ei")) {
            return number.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1)));
        }
        return number.multiply(UNITS.getOrDefault(suffix, BigDecimal.ZERO));
    }

    /** In whole ones, rounded up as Kubernetes does it. */
    static long whole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.UP).longValue();
    }

    /** In thousandths, rounded up as Kubernetes does it. */
    static long milli(BigDecimal amount) {
        return whole(amount.movePointRight(3));
    }
}
