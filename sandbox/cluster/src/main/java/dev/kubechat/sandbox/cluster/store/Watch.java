package dev.kubechat.sandbox.cluster.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The changes of one type from some revision on, in order and without a gap, until closed. */
public final class Watch implements AutoCloseable {
    private final String shelf;
    private final ObjectStore store;
    private final BlockingQueue<Optional<Change>> queue = new LinkedBlockingQueue<>();

    Watch(String shelf, ObjectStore store) {
        this.shelf = shelf;
        this.store = store;
    }

    void offer(Change change) {
        if (change.shelf().equals(shelf)) {
            queue.add(Optional.of(change));
        }
    }

    /** Makes the next {@link #next} answer at once, with nothing. */
    void wakeUp() {
        queue.add(Optional.empty());
    }

    /** @return nothing if {@code wait} passed or the store ends all watches */
    public Optional<Change> next(Duration wait) throws InterruptedException {
        var change = queue.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        return change == null ? Optional.empty() : change;
    }

    @Override
    public void close() {
        store.forget(this);
    }
}
