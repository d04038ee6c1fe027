package dev.kubechat.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Operations in a second of processor time, that of the collector and the compiler included: what one core does where it has nothing
 * else to do, whatever else the machine was doing.
 */
public final class CpuProfiler implements InternalProfiler {

    private static final double NANOS = 1e9;

    private long start;

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        start = processorTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double seconds = (processorTime() - start) / NANOS;
        return List.of(
                new ScalarResult(
                        "cpu",
                        result.getMetadata().getAllOps() / seconds,
                        "ops/cpu-s",
                        AggregationPolicy.AVG));
    }

    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    @Override
    public String getDescription() {
        return "Operations in a second of processor time";
    }
}
