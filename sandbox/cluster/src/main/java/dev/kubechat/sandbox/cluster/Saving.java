package dev.kubechat.sandbox.cluster;

import dev.kubechat.sandbox.cluster.access.Tokens;
import dev.kubechat.sandbox.cluster.store.ObjectStore;
import dev.kubechat.sandbox.cluster.store.StateFile;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes the cluster to its file a little after it changed, and once more at the end. A crash loses at most the last moment. */
final class Saving implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Saving.class.getName());
    private static final long DELAY_MILLIS = 300;

    private final StateFile file;
    private final ObjectStore store;
    private final Tokens tokens;
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("cluster-saving").factory());

    Saving(StateFile file, ObjectStore store, Tokens tokens) {
        this.file = file;
        this.store = store;
        this.tokens = tokens;
    }

    void soon() {
        if (!thread.isShutdown() && due.compareAndSet(false, true)) {
            var _ = thread.schedule(this::saveOrTell, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void saveOrTell() {
        due.set(false);
        try {
            save();
        } catch (java.io.UncheckedIOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the cluster could not be saved to " + file.path(),
                    e);
        }
    }

    private void save() {
        synchronized (store) {
            file.save(
                    new StateFile.State(store.revision(), tokens.byContext(), store.everything()));
        }
    }

    /** @throws java.io.UncheckedIOException if the last state could not be written */
    @Override
    public void close() {
        thread.shutdownNow();
        save();
    }
}
