package dev.kubechat.sandbox.cluster.object;

import java.math.BigDecimal;
import java.util.Map;

/** Amounts as Kubernetes writes them: {@code 250m}, {@code 512Mi}, {@code 2}. */
public final class Quantity {
    private static final Map<String, BigDecimal> UNITS =
            Map.ofEntries(
                    Map.entry("m", new BigDecimal("0.001")),
                    Map.entry("k", new BigDecimal("1e3")),
                    Map.entry("M", new BigDecimal("1e6")),
                    Map.entry("G", new BigDecimal("1e9")),
                    Map.entry("T", new BigDecimal("1e12")),
                    Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
                    Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
                    Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
                    Map.entry("Ti", BigDecimal.valueOf(1L << 40)));

    private Quantity() {}

    /** In units of one (cores, bytes); nothing or nonsense counts as zero. */
    public static BigDecimal of(String text) {
        int end = text.length();
        while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        try {
            return new BigDecimal(text.substring(0, end))
                    .multiply(UNITS.getOrDefault(text.substring(end), BigDecimal.ONE));
        } catch (NumberFormatException nonsense) {
            return BigDecimal.ZERO;
        }
    }
}
