package dev.kubechat.app;

import dev.kubechat.app.FidelityReport.Result;
import dev.kubechat.app.FidelityTwins.Said;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Runs the cases. Ages move on while both sides run, so what KubeChat prints must be, byte for byte, what kubectl prints just before
 * or just after it, in one of a few tries; where ages of different beginnings keep moving, they are levelled in the last one.
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
            if (ours.isLike(after) || !isMoving(before, ours)) {
                return new Result(one, after, ours);
            }
            if (i == TRIES) {
                return new Result(one, after, levelled(ours, after));
            }
            before = after;
        }
    }

    private Said kubectl(FidelityCase one) {
        return comparable(one, twins.kubectl(one));
    }

    private Said kubechat(FidelityCase one) {
        return comparable(one, twins.kubechat(one));
    }

    private static Said comparable(FidelityCase one, Said said) {
        var sorted = one.anyOrder() ? said.sorted() : said;
        return one.isDump() ? sorted.withoutListVersions() : sorted;
    }

    private static Said levelled(Said ours, Said kubectl) {
        return FidelityAges.alike(ours.out(), kubectl.out())
                ? new Said(kubectl.out(), ours.errors(), ours.exit())
                : ours;
    }

    /** Whether another try may help: the same kinds of lines, and as many. */
    private static boolean isMoving(Said kubectl, Said ours) {
        return kubectl.exit() == ours.exit()
                && kubectl.out().lines().count() == ours.out().lines().count();
    }
}
