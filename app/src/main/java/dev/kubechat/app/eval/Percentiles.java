package dev.kubechat.app.eval;

import dev.kubechat.app.verb.JsonText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long answers took, in milliseconds. */
record Percentiles(double first, double p50, double p95, double p99, double longest) {

    /** @param nanos of each answer in the order they were given, at least one */
    static Percentiles of(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Percentiles(
                nanos.getFirst() / 1e6,
                at(sorted, 50),
                at(sorted, 95),
                at(sorted, 99),
                sorted[sorted.length - 1] / 1e6);
    }

    /** The nearest rank: the smallest that so many per cent do not exceed. */
    private static double at(long[] sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    JsonText json() {
        return new JsonText()
                .with("first", first)
                .with("p50", p50)
                .with("p95", p95)
                .with("p99", p99)
                .with("longest", longest);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.3f ms, p95 %.3f ms, p99 %.3f ms, longest %.3f ms, the first %.3f ms",
                p50,
                p95,
                p99,
                longest,
                first);
    }
}
