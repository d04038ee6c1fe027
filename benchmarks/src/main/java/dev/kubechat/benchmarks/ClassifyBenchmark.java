package dev.kubechat.benchmarks;

import dev.kubechat.kubectl.KubectlReader;
import dev.kubechat.kubectl.Namespace;
import dev.kubechat.kubectl.Reading;
import dev.kubechat.risk.Classifier;
import dev.kubechat.risk.RiskContext;
import dev.kubechat.risk.Verdict;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How many typical lines one core reads and judges in a second, and what that allocates. On one core, so with the collector of one,
 * and after a warm-up long enough for the compiler beside it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
@Warmup(iterations = 15, time = 2)
@Measurement(iterations = 10, time = 2)
public class ClassifyBenchmark {

    private static final List<String> LINES =
            List.of(
                    "kubectl get pods -n shop",
                    "kubectl get pods -A -o wide",
                    "kubectl describe deployment checkout -n shop",
                    "kubectl logs web-0 --tail=100 -c app",
                    "kubectl get secret db -o yaml -n shop",
                    "kubectl scale deploy checkout --replicas=5 -n shop",
                    "kubectl rollout restart deployment/checkout -n shop",
                    "kubectl delete pod web-0 -n shop",
                    "kubectl delete pods -l app=web",
                    "kubectl get events --sort-by=.lastTimestamp",
                    "kubectl apply -f web.yaml -n shop",
                    "kubectl set image deploy/web web=web:2",
                    "kubectl exec web-0 -n shop -- ls -l /data",
                    "kubectl top pods -n shop",
                    "kubectl label pod web-0 tier=gold",
                    "kubectl patch deploy web -p '{\"spec\":{\"paused\":true}}'");
    private static final RiskContext STAGING =
            new RiskContext("staging", false, Set.of(new Namespace("kube-system")));

    private final KubectlReader reader = new KubectlReader();
    private final Classifier classifier = new Classifier();
    private int next;

    private String line() {
        next = (next + 1) % LINES.size();
        return LINES.get(next);
    }

    @Benchmark
    public Reading reads() {
        return reader.read(line());
    }

    @Benchmark
    public Verdict readsAndClassifies() {
        return classifier.classify(reader.read(line()), STAGING);
    }

    public static void main(String[] args) throws RunnerException {
        new Runner(
                        new OptionsBuilder()
                                .include(ClassifyBenchmark.class.getName())
                                .addProfiler(GCProfiler.class)
                                .addProfiler(CpuProfiler.class)
                                .build())
                .run();
    }
}
