package dev.kubechat.app;

import dev.kubechat.app.FidelityReport.Result;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Runs the cases. Nothing is levelled: ages move on while both sides run, so what KubeChat prints must be, byte for byte, what
 * kubectl prints just before or just after it, in one of a few tries.
 */
final class FidelitySuite {

    private static final int TRIES = 4;
    private static final int AT_ONCE = 2;

    private final FidelityTwins twins;

    FidelitySuite(FidelityTwins twins) {
        this.twins = twins;
    }

    FidelityReport run(List<FidelityCase> cases) {
        var report = new FidelityReport();
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var results = cases.stream().map(one -> workers.submit(() -> compare(one))).toList();
            workers.close();
            results.forEach(result -> report.add(result.resultNow()));
        }
        return report;
    }

    Result compare(FidelityCase one) {
        var before = kubectl(one);
        for (var i = 1; ; i++) {
            var ours = kubechat(one);
            if (ours.isLike(before)) {
                return new Result(one, before, ours);
            }
            var after = kubectl(one);
            if (ours.isLike(after) || i == TRIES || !isMoving(before, ours)) {
                return new Result(one, after, ours);
            }
            before = after;
        }
    }

    private FidelityTwins.Said kubectl(FidelityCase one) {
        return one.anyOrder() ? twins.kubectl(one).sorted() : twins.kubectl(one);
    }

    private FidelityTwins.Said kubechat(FidelityCase one) {
        return one.anyOrder() ? twins.kubechat(one).sorted() : twins.kubechat(one);
    }

    /** Whether another try may help: the same kinds of lines, and as many. */
    private static boolean isMoving(FidelityTwins.Said kubectl, FidelityTwins.Said ours) {
        return kubectl.exit() == ours.exit()
                && kubectl.out().lines().count() == ours.out().lines().count();
    }
}
