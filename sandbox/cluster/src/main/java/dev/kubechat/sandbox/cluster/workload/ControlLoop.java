package dev.kubechat.sandbox.cluster.workload;

import dev.kubechat.sandbox.cluster.object.Catalog;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One thread that lets every controller act, in order, again and again until the cluster is at rest; each change wakes it. */
public final class ControlLoop implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ControlLoop.class.getName());

    /** Far more than any change needs: a bound on a disagreement between controllers. */
    private static final int MOST_PASSES = 1_000;

    private final World world;
    private final List<Controller> controllers;
    private final Runnable whenAtRest;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofVirtual().name("cluster-controllers").factory());
    private final AtomicBoolean due = new AtomicBoolean();

    /** @param whenAtRest called after each time something changed and all came to rest again */
    public ControlLoop(
            ObjectStore store, Catalog catalog, InstantSource clock, Runnable whenAtRest) {
        this.world = new World(store, catalog, clock);
        this.whenAtRest = whenAtRest;
        this.controllers =
                List.of(
                        new Namespaces(world),
                        new Garbage(world),
                        new Autoscalers(world),
                        new Deployments(world),
                        new ReplicaSets(world),
                        new StatefulSets(world),
                        new DaemonSets(world),
                        new Jobs(world),
                        new Claims(world),
                        new Scheduler(world),
                        new Kubelet(world),
                        new EndpointsOfServices(world),
                        new Budgets(world));
        store.onChange(change -> wake());
        wake();
    }

    /** Waits until all changes made before this call have had their consequences. */
    public void settle() {
        try {
            CompletableFuture.runAsync(this::run, thread).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a controller failed", e.getCause());
        }
    }

    private void wake() {
        if (due.compareAndSet(false, true)) {
            try {
                thread.execute(this::run);
            } catch (RejectedExecutionException closed) {
                LOG.log(System.Logger.Level.DEBUG, "the cluster is closed", closed);
            }
        }
    }

    private void run() {
        due.set(false);
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            long before = world.revision();
            controllers.forEach(ControlLoop::act);
            if (world.revision() == before) {
                whenAtRest.run();
                return;
            }
        }
        LOG.log(System.Logger.Level.WARNING, "the controllers do not come to rest");
    }

    /** What a client made may be beyond a controller; the others go on. */
    private static void act(Controller controller) {
        try {
            controller.reconcile();
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    controller.getClass().getSimpleName() + " could not do its work",
                    e);
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
