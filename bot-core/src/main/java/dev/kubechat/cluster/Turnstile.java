package dev.kubechat.cluster;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets a number of calls through to a cluster at once; more wait for their turn, for a while. */
final class Turnstile {

    private final ClusterId cluster;
    private final int callsAtOnce;
    private final Duration patience;
    private final Semaphore free;
    private final Circuit circuit;

    Turnstile(ClusterId cluster, int callsAtOnce, Duration patience, Circuit circuit) {
        this.circuit = circuit;
        this.cluster = cluster;
        this.callsAtOnce = callsAtOnce;
        this.patience = patience;
        this.free = new Semaphore(callsAtOnce, true);
    }

    /**
     * A call counts until its answer is there; what streams on afterwards does not.
     * @throws ClusterBusy if its turn did not come or the cluster is left alone; nothing was sent
     */
    <T> CompletableFuture<T> pass(Supplier<CompletableFuture<T>> call) {
        circuit.enter();
        if (!waited()) {
            circuit.leave();
            throw new ClusterBusy(cluster, callsAtOnce);
        }
        try {
            return circuit.watch(call.get()).whenComplete((_, _) -> free.release());
        } catch (RuntimeException notSent) {
            circuit.leave();
            free.release();
            throw notSent;
        }
    }

    private boolean waited() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
